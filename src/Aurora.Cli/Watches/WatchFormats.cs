using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Watches;

/// <summary>Writes a watch as JSON. Names may be added, but not changed.</summary>
internal static class WatchJson
{
    public static string Line(AuroraChange change, DateTimeOffset at) => JsonText.Of(
        new JsonObject
        {
            ["at"] = UtcText.Format(at),
            ["id"] = change.Video.Id,
            ["previous"] = change.Previous?.Status.Value,
            ["status"] = change.Video.Status.Value,
            ["progress"] = change.Video.Progress,
            ["video"] = VideoJson.Node(change.Video),
        },
        isIndented: false);

    /// <summary>Writes the results of all videos as one document.</summary>
    public static void Write(WatchedVideos videos, TextWriter output) => output.WriteLine(JsonText.Of(
        new JsonObject
        {
            ["done"] = videos.Count(Status.Done),
            ["failed"] = videos.Count(Status.Failed),
            ["rejected"] = videos.Count(Status.Rejected),
            ["not_found"] = new JsonArray([.. videos.Missing.Select(id => (JsonNode)id)]),
            ["videos"] = new JsonArray([.. videos.All.Where(video => !video.IsMissing).Select(video => VideoJson.Node(video.Video!))]),
        },
        isIndented: true));
}

/// <summary>Formats a change as tab-separated values. Only the last column, the name, can contain spaces.</summary>
internal static class WatchTsv
{
    public static string Line(AuroraChange change, DateTimeOffset at, bool hasColor) => string.Join(
        '\t',
        UtcText.Format(at),
        change.Video.Id,
        StatusColor.Paint(change.Video, hasColor),
        VideoText.Percent(change.Video),
        VideoText.Name(change.Video));
}
