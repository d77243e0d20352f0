using System.Text.Json;

namespace Aurora.Client;

internal static partial class JsonValue
{
    /// <summary>An array; an item that does not fit is left out, and has been reported then.</summary>
    public static bool ReadItems<T>(ref Utf8JsonReader reader, ReadContext context, JsonRead<T> readItem, out IReadOnlyList<T> value)
    {
        var items = new List<T>();
        value = items;
        if (reader.TokenType != JsonTokenType.StartArray)
            return context.Refuse(ref reader);
        var outer = context.Enter("[]");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (context.HasValue(ref reader) && readItem(ref reader, context, out var item))
                items.Add(item);
            else
                context.Omit();
        }

        context.Leave(outer);
        return true;
    }

    /// <summary>An object whose property names are data; a value that does not fit is left out, and has been reported then.</summary>
    public static bool ReadItems<T>(ref Utf8JsonReader reader, ReadContext context, JsonRead<T> readValue, out IDictionary<string, T> value)
    {
        value = new Dictionary<string, T>();
        if (reader.TokenType != JsonTokenType.StartObject)
            return context.Refuse(ref reader);
        var outer = context.Enter(".*");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader, context);
            reader.Read();
            if (context.HasValue(ref reader) && readValue(ref reader, context, out var item))
                value[key] = item;
            else
                context.Omit();
        }

        context.Leave(outer);
        return true;
    }
}
