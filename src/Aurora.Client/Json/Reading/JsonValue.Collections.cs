using System.Text.Json;

namespace Aurora.Client;

internal static partial class JsonValue
{
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
}

/// <summary>
/// Reads one value. The reader is at its first token before, and at its last token after the call. Returns false if the value does
/// not match the document, and reports that.
/// </summary>
internal delegate bool JsonRead<T>(ref Utf8JsonReader reader, ReadContext context, out T value);
