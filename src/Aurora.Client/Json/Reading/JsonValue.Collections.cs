using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Aurora.Client;

internal static partial class JsonValue
{
    // A longer integer stays text, because parsing a million digits takes seconds.
    private const int MostDigits = 1000;

    /// <summary>Reads an array. Items that do not match the document are reported and omitted.</summary>
    public static bool ReadItems<T>(ref Utf8JsonReader reader, ReadContext context, JsonRead<T> readItem, out IReadOnlyList<T> value, bool mayBeNull = false)
    {
        var items = new List<T>();
        value = items;
        if (reader.TokenType != JsonTokenType.StartArray)
            return context.Refuse(ref reader);
        var outer = context.Enter("[]");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if ((mayBeNull || context.HasValue(ref reader)) && readItem(ref reader, context, out var item))
                items.Add(item);
            else
                context.Omit();
        }

        context.Leave(outer);
        return true;
    }

    /// <summary>Reads an object whose property names are data. Values that do not match the document are reported and omitted.</summary>
    public static bool ReadItems<T>(ref Utf8JsonReader reader, ReadContext context, JsonRead<T> readValue, out IDictionary<string, T> value, bool mayBeNull = false)
    {
        value = new Dictionary<string, T>();
        if (reader.TokenType != JsonTokenType.StartObject)
            return context.Refuse(ref reader);
        var outer = context.Enter(".*");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader, context);
            reader.Read();
            if ((mayBeNull || context.HasValue(ref reader)) && readValue(ref reader, context, out var item))
                value[key] = item;
            else
                context.Omit();
        }

        context.Leave(outer);
        return true;
    }

    public static bool ReadNullable<T>(ref Utf8JsonReader reader, ReadContext context, JsonRead<T> read, out T? value)
        where T : struct
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
            return true;
        if (!read(ref reader, context, out var item))
            return false;
        value = item;
        return true;
    }

    public static bool ReadNullable<T>(ref Utf8JsonReader reader, ReadContext context, JsonRead<T> read, out T? value)
        where T : class
    {
        value = null;
        return reader.TokenType == JsonTokenType.Null || read(ref reader, context, out value);
    }

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out object value)
    {
        value = Plain(ref reader, context)!;
        return true;
    }

    /// <summary>Reads a value that the document does not describe.</summary>
    public static void ReadUnknown(ref Utf8JsonReader reader, ReadContext context, IDictionary<string, object?> unknown)
    {
        context.Forget();
        var name = Text(ref reader, context);
        reader.Read();
        context.ReportUnknown(ref reader, name);
        unknown[name] = Plain(ref reader, context);
    }

    // The values do not use the types of Newtonsoft.Json, because these cannot be trimmed.
    private static object? Plain(ref Utf8JsonReader reader, ReadContext context)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, object?>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = Text(ref reader, context);
                    reader.Read();
                    members[name] = Plain(ref reader, context);
                }

                return members;
            case JsonTokenType.StartArray:
                var items = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Plain(ref reader, context));
                return items;
            case JsonTokenType.String:
                return Text(ref reader, context);
            case JsonTokenType.Number:
                return Number(ref reader);
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            default:
                return null;
        }
    }

    private static long Length(ref Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;

    private static object Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var integer))
            return integer;
        if (Length(ref reader) > MostDigits)
            return reader.TryGetDouble(out var rounded) && !double.IsInfinity(rounded) ? rounded : Raw(ref reader);
        if (BigInteger.TryParse(Raw(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big))
            return big;
        // For a number beyond the range of double, .NET Framework fails, but .NET returns infinity.
        return reader.TryGetDouble(out var number) ? number : Raw(ref reader);
    }
}

/// <summary>
/// Reads one value. The reader is at its first token before, and at its last token after the call. Returns false if the value does
/// not match the document, and reports that.
/// </summary>
internal delegate bool JsonRead<T>(ref Utf8JsonReader reader, ReadContext context, out T value);
