using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Aurora.Client;

internal static partial class JsonValue
{
    /// <summary>Returns whether a string or a property name can be unescaped. If not, the other methods of the reader throw.</summary>
    public static bool IsText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return true;
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Returns whether a string or a property name is this text.</summary>
    public static bool IsText(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) =>
        reader.ValueIsEscaped || reader.HasValueSequence ? IsText(ref reader) && reader.ValueTextEquals(utf8) : reader.ValueSpan.SequenceEqual(utf8);

    /// <summary>Returns the text of a string or a property name, and reports invalid text.</summary>
    public static string Text(ref Utf8JsonReader reader, ReadContext context)
    {
        if (!TryText(ref reader, out var text))
            context.Report(SchemaDriftKind.Malformed, "a string");
        return text;
    }

    /// <summary>Returns the text of a string or a property name, even if it is invalid.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        TryText(ref reader, out var text);
        return text;
    }

    /// <summary>Reads the text. Returns false, and replaces the invalid characters, if it contains lone surrogates or is not UTF-8.</summary>
    private static bool TryText(ref Utf8JsonReader reader, out string text)
    {
#if NET
        // Most texts are ASCII, whose bytes are the characters.
        if (!reader.ValueIsEscaped && !reader.HasValueSequence && Ascii.IsValid(reader.ValueSpan))
        {
            text = Encoding.Latin1.GetString(reader.ValueSpan);
            return true;
        }
#endif
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = LenientText(Raw(ref reader));
            return false;
        }
    }

    // A separate method, because the runtime loads Newtonsoft.Json when it compiles the method that uses it.
    private static string LenientText(string raw)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader("\"" + raw + "\"")) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        return reader.ReadAsString()!;
    }

    /// <summary>Reads the text of a string, and returns false if it is not valid. Equal texts share one object if the context remembers them.</summary>
    private static bool TrySharedText(ref Utf8JsonReader reader, ReadContext context, out string text)
    {
        if (context.Texts is not { } texts || reader.ValueIsEscaped || reader.HasValueSequence)
            return TryText(ref reader, out text);
        if (texts.Find(ref reader, out var slot) is { } shared)
        {
            text = shared;
            return true;
        }

        if (!TryText(ref reader, out text))
            return false;
        texts.Remember(slot, text);
        return true;
    }

    private static string Raw(ref Utf8JsonReader reader)
    {
        var bytes = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();
        return Encoding.UTF8.GetString(bytes);
    }
}
