namespace Aurora.Spec.Updating;

/// <summary>Lists what an update leaves to the maintainer: hand-written code, and what must be reviewed before it is accepted.</summary>
internal static class LeftToDo
{
    private const string Status = "AuroraStatus";

    private const string ListMethods = "src/Aurora.Client/AuroraClient.Listing.cs";

    public static async Task<IReadOnlyList<string>> LinesAsync(Repository repository, ClientDifference client, CancellationToken cancellationToken)
    {
        var lines = new List<string> { "", "Left to do:" };
        foreach (var check in (ICheck[])[new ConstantsCheck(), new VersionCheck()])
        {
            var result = await CheckCommand.RunAsync(check, repository, cancellationToken);
            lines.AddRange(result.Findings.Select(finding => $"  - {finding.Fix} ({check.Name}: {finding.What})"));
        }

        lines.AddRange(PagedList(repository.ReadDocument()));
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

    // The client still compiles if the list operation no longer returns an array, but the list methods fail.
    private static IEnumerable<string> PagedList(SpecDocument document) =>
        from operation in SpecOperations.Of(document)
        where operation["operationId"]?.Text == HandWrittenConstants.Operation
        let response = operation["responses"]?.Children.FirstOrDefault(candidate => candidate.Name.StartsWith('2'))
        let schema = Schema.Of(document, document.Resolve(response)?.At("content", "application/json", "schema"))
        where schema is not null && schema.Type != "array"
        select $"  - Change ListAsync and StreamAsync in {ListMethods}: {operation["operationId"]!.Text} returns {schema.Name ?? "an object"} "
            + $"({Repository.Document}:{schema.Site.Line}), but they read an array. The generated ListPageAsync returns one page.";
}
