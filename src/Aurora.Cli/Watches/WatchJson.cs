using System.Text.Json;
using Aurora.Cli.Json;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Aurora.Client;
using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Watches;

/// <summary>A watch for a program. Names are only ever added.</summary>
internal static class WatchJson
{
    /// <summary>A change on one line.</summary>
    public static string Line(AuroraChange change, DateTimeOffset at) => JsonText.Of(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("at", UtcText.Of(at));
            json.WriteString("id", change.Video.Id);
            json.WriteString("previous", change.Previous?.Status.Value);
            json.WriteString("status", change.Video.Status.Value);
            json.WriteNumber("progress", change.Video.Progress);
            json.WritePropertyName("video");
            VideoJson.WriteVideo(json, change.Video);
            json.WriteEndObject();
        },
        isIndented: false);

    /// <summary>What became of all, as one document.</summary>
    public static void Write(WatchedVideos videos, TextWriter output) => output.WriteLine(JsonText.Of(
        json =>
        {
            json.WriteStartObject();
            json.WriteNumber("done", videos.Count(Status.Done));
            json.WriteNumber("failed", videos.Count(Status.Failed));
            json.WriteNumber("rejected", videos.Count(Status.Rejected));
            json.WriteStartArray("not_found");
            foreach (var id in videos.Missing)
                json.WriteStringValue(id);
            json.WriteEndArray();
            json.WriteStartArray("videos");
            foreach (var video in videos.All.Where(video => !video.IsMissing).Select(video => video.Video!))
                VideoJson.WriteVideo(json, video);
            json.WriteEndArray();
            json.WriteEndObject();
        },
        isIndented: true));
}
