using System.Text.Json;

namespace Aurora.Client;

internal static partial class JsonValue
{
    public static void WriteItems<T>(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<T>? items, JsonContent content, JsonWrite<T> write)
    {
        writer.WritePropertyName(name);
        WriteItems(writer, items, content, write);
    }

    public static void WriteItems<T>(Utf8JsonWriter writer, IReadOnlyList<T>? items, JsonContent content, JsonWrite<T> write)
    {
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item, content);
        writer.WriteEndArray();
    }

    public static void WriteItems<T>(Utf8JsonWriter writer, JsonEncodedText name, IDictionary<string, T>? items, JsonContent content, JsonWrite<T> write)
    {
        writer.WritePropertyName(name);
        WriteItems(writer, items, content, write);
    }

    public static void WriteItems<T>(Utf8JsonWriter writer, IDictionary<string, T>? items, JsonContent content, JsonWrite<T> write)
    {
        if (items is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var item in items)
        {
            writer.WritePropertyName(item.Key);
            write(writer, item.Value, content);
        }

        writer.WriteEndObject();
    }

    public static void WriteNullable<T>(Utf8JsonWriter writer, T? item, JsonContent content, JsonWrite<T> write)
        where T : struct
    {
        if (item is { } value)
            write(writer, value, content);
        else
            writer.WriteNullValue();
    }

    public static void WriteNullable<T>(Utf8JsonWriter writer, T? item, JsonContent content, JsonWrite<T> write)
        where T : class
    {
        if (item is not null)
            write(writer, item, content);
        else
            writer.WriteNullValue();
    }
}
