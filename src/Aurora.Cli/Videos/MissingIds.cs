namespace Aurora.Cli.Videos;

/// <summary>Reports the requested ids that were not found.</summary>
internal static class MissingIds
{
    /// <summary>Writes the ids to standard error in the order of the request. Returns whether there are any.</summary>
    public static bool Report(IReadOnlyList<Guid>? requested, IEnumerable<Guid> missingIds, ToolConsole console)
    {
        var missing = missingIds.ToHashSet();
        if (missing.Count == 0)
            return false;

        console.WriteMessage($"aurora: {missing.Count} of {requested!.Count} ids not found:");
        foreach (var id in requested.Where(missing.Contains))
            console.WriteMessage(id.ToString());
        return true;
    }
}
