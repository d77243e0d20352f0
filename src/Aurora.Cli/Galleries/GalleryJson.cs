using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Galleries;

/// <summary>What the page shows of a video, as JSON that can stand in a page: without a character that HTML looks at.</summary>
internal static class GalleryJson
{
    // Unlike the relaxed one, this encoder escapes <, >, & and quotes, wherever they stand.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(AuroraFlow video)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, video);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, AuroraFlow video)
    {
        json.WriteStartObject();
        json.WriteString("id", video.Id);
        json.WriteString("name", video.Name);
        json.WriteString("status", video.Status.Value);
        json.WriteString("text_prompt", video.TextPrompt);
        json.WriteString("model_version", video.ModelVersion.Value);
        json.WriteNumber("duration", Math.Max(0, video.Duration));
        json.WriteNumber("credits_used", double.IsFinite(video.CreditsUsed) ? video.CreditsUsed : 0);
        json.WriteNumber("progress", double.Parse(VideoText.Percent(video) is VideoText.None ? "0" : VideoText.Percent(video), CultureInfo.InvariantCulture) / 100);
        json.WriteString("created_at", video.CreatedAt == default ? null : video.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("failed_reason", video.FailedReason);
        json.WriteString("preview", Address(video.Preview));
        json.WriteString("image", Address(video.Image.OriginalString));
        json.WriteString("video_output", Address(video.VideoOutput));
        json.WriteString("audio", Address(video.Audio.OriginalString));
        json.WriteString("editor_url", Address(video.EditorUrl));
        json.WriteEndObject();
    }

    // A link may run a script, javascript: and data: among others.
    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address.AbsoluteUri : null;
}
