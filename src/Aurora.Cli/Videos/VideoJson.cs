using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Aurora.Cli.Json;
using Aurora.Client;

namespace Aurora.Cli.Videos;

/// <summary>Videos as the API has them, nulls included; null is also what the API should have sent and did not.</summary>
internal static class VideoJson
{
    /// <summary>All of them as one array.</summary>
    // As one text first: an error halfway must not leave half an array behind.
    public static void Write(IReadOnlyList<AuroraFlow> videos, TextWriter output) => output.WriteLine(JsonText.Of(
        json =>
        {
            json.WriteStartArray();
            foreach (var video in videos)
                WriteVideo(json, video);
            json.WriteEndArray();
        },
        isIndented: true));

    /// <summary>One of them.</summary>
    public static void Write(AuroraFlow video, TextWriter output) => output.WriteLine(JsonText.Of(json => WriteVideo(json, video), isIndented: true));

    /// <summary>One of them on one line.</summary>
    public static string Line(AuroraFlow video) => JsonText.Of(json => WriteVideo(json, video), isIndented: false);

    /// <summary>A value of a video, or of what its document does not know, as text; null where there is none.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        Uri address => address.OriginalString,
        DateTimeOffset time => time == default ? null : time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture).Replace("+00:00", "Z", StringComparison.Ordinal),
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null,
        IDictionary or IEnumerable => JsonText.Of(json => WriteValue(json, value), isIndented: false),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>One of them, into a larger document.</summary>
    public static void WriteVideo(Utf8JsonWriter json, AuroraFlow video)
    {
        json.WriteStartObject();
        foreach (var (name, value) in VideoProperties.Of(video))
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>A value of a video, or of what its document does not know.</summary>
    public static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long or double or BigInteger when Text(value) is { } number:
                json.WriteRawValue(number);
                break;
            case IDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, item) in map)
                {
                    json.WritePropertyName(name);
                    WriteValue(json, item);
                }

                json.WriteEndObject();
                break;
            case IEnumerable items and not string:
                json.WriteStartArray();
                foreach (var item in items)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }
}
