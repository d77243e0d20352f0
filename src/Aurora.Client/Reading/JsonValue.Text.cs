using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Aurora.Client;

internal static partial class JsonValue
{
    /// <summary>Whether a string or a property's name can be unescaped. The reader throws at whatever else is asked of one that cannot.</summary>
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

    /// <summary>Whether a string or a property's name is this text.</summary>
    public static bool IsText(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) =>
        reader.ValueIsEscaped || reader.HasValueSequence ? IsText(ref reader) && reader.ValueTextEquals(utf8) : reader.ValueSpan.SequenceEqual(utf8);

    /// <summary>The text of a string or of a property's name; one that is no text is reported.</summary>
    public static string Text(ref Utf8JsonReader reader, ReadContext context)
    {
        if (!TryText(ref reader, out var text))
            context.Report(SchemaDriftKind.Malformed, "a string");
        return text;
    }

    /// <summary>The text of a string or of a property's name, whatever it holds.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        TryText(ref reader, out var text);
        return text;
    }

    /// <summary>The text, whatever it holds: false for lone surrogates and what is not UTF-8, which are replaced then.</summary>
    private static bool TryText(ref Utf8JsonReader reader, out string text)
    {
#if NET
        // Nearly all texts are ASCII, and need no more than to be widened.
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
            using var lenient = new Newtonsoft.Json.JsonTextReader(new StringReader("\"" + Raw(ref reader) + "\"")) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
            text = lenient.ReadAsString()!;
            return false;
        }
    }

    /// <summary>The text of a string: the same object as that of an equal one before it, where that is remembered.</summary>
    /// <param name="reader">On the string.</param>
    /// <param name="context">Remembers.</param>
    /// <param name="text">The text.</param>
    /// <returns>False for what is no text.</returns>
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
