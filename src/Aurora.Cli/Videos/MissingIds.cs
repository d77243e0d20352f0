using Aurora.Cli.Terminals;

namespace Aurora.Cli.Videos;

/// <summary>The ids that were asked for and did not come, in the order in which they were asked for.</summary>
internal static class MissingIds
{
    /// <summary>Names them on standard error, and says whether there are any.</summary>
    public static bool Say(VideoQuery query, ToolConsole console)
    {
        var missing = query.Missing.ToHashSet();
        if (missing.Count == 0)
            return false;

        console.Say($"aurora: {missing.Count} of {query.Ids!.Count} ids not found:");
        foreach (var id in query.Ids.Where(missing.Contains))
            console.Say(id.ToString());
        return true;
    }
}
