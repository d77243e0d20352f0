using System.Text.Json;

namespace Aurora.Client;

internal static partial class JsonValue
{
    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out IReadOnlyList<string> value) => ReadList(ref reader, context, Read, out value);

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out IReadOnlyList<Guid> value) => ReadList(ref reader, context, Read, out value);

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out IReadOnlyList<int> value) => ReadList(ref reader, context, Read, out value);

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out IReadOnlyList<double> value) => ReadList(ref reader, context, Read, out value);

    public static bool Read(ref Utf8JsonReader reader, ReadContext context, out IDictionary<string, string> value) => ReadMap(ref reader, context, Read, out value);

    /// <summary>An array; an item that does not fit is left out, and has been reported then.</summary>
    public static bool ReadList<T>(ref Utf8JsonReader reader, ReadContext context, JsonRead<T> readItem, out IReadOnlyList<T> value)
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
        }

        context.Leave(outer);
        return true;
    }

    /// <summary>An object whose property names are data; a value that does not fit is left out, and has been reported then.</summary>
    public static bool ReadMap<T>(ref Utf8JsonReader reader, ReadContext context, JsonRead<T> readValue, out IDictionary<string, T> value)
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
        }

        context.Leave(outer);
        return true;
    }
}
