using Aurora.Spec.Checks;
using Aurora.Spec.Commands;
using Aurora.Spec.PublicApi;

namespace Aurora.Spec.Updating;

/// <summary>What an update leaves to the maintainer: what is written by hand, and what has to be looked at before it is accepted.</summary>
internal static class LeftToDo
{
    public static async Task<IReadOnlyList<string>> LinesAsync(Repository repository, CancellationToken cancellationToken)
    {
        var lines = new List<string> { "", "Left to do:" };
        foreach (var check in (ICheck[])[new ConstantsCheck(), new VersionCheck()])
        {
            var result = await CheckCommand.RunAsync(check, repository, cancellationToken);
            lines.AddRange(result.Findings.Select(finding => $"  - {finding.Mend} ({check.Name}: {finding.What})"));
        }

        lines.AddRange(
        [
            $"  - Build, and look at how the public API changes; then accept it: {ApiComparison.AcceptCommand}",
            $"  - See that all is true: {Repository.ToolCommand} check",
            "  - Commit the document, its changelog, the generated code and the public API together.",
        ]);
        return lines;
    }
}
