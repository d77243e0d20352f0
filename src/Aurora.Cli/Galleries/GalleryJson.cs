using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Aurora.Cli.Galleries;

/// <summary>
/// Writes the properties of a video that the page shows, as JSON without characters that have a meaning in HTML. Empty values are omitted.
/// </summary>
internal static class GalleryJson
{
    // Unlike the relaxed encoder, this one escapes <, >, & and quotes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The properties that have a place on the card, and the webhook. A page must not contain the webhook, because other people can read it.</summary>
    private static readonly HashSet<string> Placed =
    [
        "id", "name", "status", "text_prompt", "model_version", "duration", "credits_used", "progress", "created_at", "failed_reason",
        "preview", "image", "video_output", "audio", "editor_url", "webhook_url",
    ];

    public static string Of(AuroraFlow video, bool areMediaEmbedded)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, video, areMediaEmbedded);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, AuroraFlow video, bool areMediaEmbedded)
    {
        json.WriteStartObject();
        Write(json, "id", video.Id.ToString());
        Write(json, "name", video.Name?.Trim());
        Write(json, "status", video.Status.Value);
        Write(json, "prompt", video.TextPrompt);
        Write(json, "model", video.ModelVersion.ToString());
        Write(json, "created", video.CreatedAt == default ? null : VideoText.Created(video, "yyyy-MM-dd'T'HH:mm:ss'Z'"));
        Write(json, "reason", video.FailedReason);
        json.WriteNumber("seconds", Math.Max(0, video.Duration));
        json.WriteNumber("credits", double.IsFinite(video.CreditsUsed) ? video.CreditsUsed : 0);
        if (VideoText.Percent(video) is not VideoText.None and var percent)
            Write(json, "percent", percent);
        Write(json, "still", GalleryMedia.Source(video.Preview, areMediaEmbedded) ?? GalleryMedia.Source(video.Image?.OriginalString, acceptsData: false));
        Write(json, "clip", GalleryMedia.Source(video.VideoOutput, areMediaEmbedded));
        Write(json, "video", GalleryMedia.Link(video.VideoOutput));
        Write(json, "audio", GalleryMedia.Link(video.Audio?.OriginalString));
        Write(json, "image", GalleryMedia.Link(video.Image?.OriginalString));
        Write(json, "editor", GalleryMedia.Link(video.EditorUrl));
        json.WriteStartObject("more");
        foreach (var (name, value) in VideoProperties.Of(video).Where(property => !Placed.Contains(property.Key)))
            Write(json, VideoDetails.Label(name), VideoDetails.Shown(value) is not VideoText.None and var text ? text : null);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }
}
