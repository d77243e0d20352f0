using System.Buffers;
using System.Text.Encodings.Web;

namespace Aurora.Cli.Json;

/// <summary>Writes JSON for a terminal, a pipe or a file. Letters of all languages stay readable, and control characters are escaped.</summary>
internal static partial class JsonText
{
    private static readonly JsonWriterOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Readable = OnOneLine with { Indented = true, NewLine = "\n" };

    public static string Of(Action<Utf8JsonWriter> write, bool isIndented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, isIndented ? Readable : OnOneLine))
            write(json);
        return ControlCharacter().Replace(Encoding.UTF8.GetString(buffer.WrittenSpan), match => Escape(match.Value[0]));
    }

    public static string Of(JsonNode node, bool isIndented) => Of(json => node.WriteTo(json), isIndented);

    private static string Escape(char character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");

    // The encoder escapes characters below U+0020, but these control a terminal too.
    [GeneratedRegex("[\u007F-\u009F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex ControlCharacter();
}

/// <summary>Formats a time for programs: RFC 3339 in UTC with milliseconds.</summary>
internal static class UtcText
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
