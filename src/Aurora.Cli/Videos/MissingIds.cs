using Aurora.Client;

namespace Aurora.Cli.Videos;

/// <summary>The ids that were asked for and did not come, in the order in which they were asked for.</summary>
internal static class MissingIds
{
    public static IReadOnlyList<Guid> Of(string ids, IEnumerable<AuroraFlow> videos)
    {
        var found = videos.Select(video => video.Id).ToHashSet();
        return [.. ids.Split(',', StringSplitOptions.TrimEntries).Select(Guid.Parse).Distinct().Where(id => !found.Contains(id))];
    }
}
