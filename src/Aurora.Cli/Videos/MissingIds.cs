using Aurora.Cli.Terminals;

namespace Aurora.Cli.Videos;

/// <summary>The ids that were asked for and did not come, in the order in which they were asked for.</summary>
internal static class MissingIds
{
    /// <summary>Names them on standard error, and says whether there are any.</summary>
    public static bool Say(IReadOnlyList<Guid>? asked, IEnumerable<Guid> left, ToolConsole console)
    {
        var missing = left.ToHashSet();
        if (missing.Count == 0)
            return false;

        console.Say($"aurora: {missing.Count} of {asked!.Count} ids not found:");
        foreach (var id in asked.Where(missing.Contains))
            console.Say(id.ToString());
        return true;
    }
}
