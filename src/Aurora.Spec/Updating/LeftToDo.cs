using Aurora.Spec.Checks;
using Aurora.Spec.Commands;
using Aurora.Spec.CSharp;
using Aurora.Spec.PublicApi;

namespace Aurora.Spec.Updating;

/// <summary>Lists what an update leaves to the maintainer: hand-written code, and what must be reviewed before it is accepted.</summary>
internal static class LeftToDo
{
    private const string Status = "AuroraStatus";

    /// <param name="repository">The updated repository.</param>
    /// <param name="client">How the client changed.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<IReadOnlyList<string>> LinesAsync(Repository repository, ClientDifference client, CancellationToken cancellationToken)
    {
        var lines = new List<string> { "", "Left to do:" };
        foreach (var check in (ICheck[])[new ConstantsCheck(), new VersionCheck()])
        {
            var result = await CheckCommand.RunAsync(check, repository, cancellationToken);
            lines.AddRange(result.Findings.Select(finding => $"  - {finding.Mend} ({check.Name}: {finding.What})"));
        }

        lines.AddRange(client.Changes
            .Where(change => change.Kind == ChangeKind.Added && change.Member.StartsWith($"{Status}.", StringComparison.Ordinal) && change.Member.Count(character => character == '.') == 1)
            .Select(change => $"  - Decide whether the new status {change.Member} is final, and add it to {Status}.IsFinal in src/Aurora.Client/Watching/AuroraStatus.cs if it is"));
        lines.AddRange(
        [
            $"  - Build the solution, review how the public API changes, and accept it: {ApiComparison.AcceptCommand}",
            $"  - Check the repository: {Repository.ToolCommand} check",
            "  - Commit the document, its changelog, the generated code and the public API together.",
        ]);
        return lines;
    }
}
