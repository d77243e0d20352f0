using System.Globalization;
using System.Text.Json;

namespace Aurora.Client;

// Each type of property has two overloads: one for a property, and one for an item of a collection.
internal static partial class JsonValue
{
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string? value) => writer.WriteString(name, value);

    public static void Write(Utf8JsonWriter writer, string? value, JsonContent content) => writer.WriteStringValue(value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, bool value) => writer.WriteBoolean(name, value);

    public static void Write(Utf8JsonWriter writer, bool value, JsonContent content) => writer.WriteBooleanValue(value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, int value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, int value, JsonContent content) => writer.WriteNumberValue(value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, long value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, long value, JsonContent content) => writer.WriteNumberValue(value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, ulong value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, ulong value, JsonContent content) => writer.WriteNumberValue(value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, float value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, float value, JsonContent content) => writer.WriteNumberValue(value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, double value)
    {
        if (ShortNumber.IsWhole(value, out var whole))
            writer.WriteNumber(name, whole);
        else if (ShortNumber.IsShort(value, out var number))
            writer.WriteNumber(name, number);
        else
            writer.WriteNumber(name, value);
    }

    public static void Write(Utf8JsonWriter writer, double value, JsonContent content)
    {
        if (ShortNumber.IsWhole(value, out var whole))
            writer.WriteNumberValue(whole);
        else if (ShortNumber.IsShort(value, out var number))
            writer.WriteNumberValue(number);
        else
            writer.WriteNumberValue(value);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, decimal value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, decimal value, JsonContent content) => writer.WriteNumberValue(value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Guid value) => writer.WriteString(name, value);

    public static void Write(Utf8JsonWriter writer, Guid value, JsonContent content) => writer.WriteStringValue(value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[WrittenTimestamp.MaxLength];
        if (WrittenTimestamp.TryWrite(value, text, out var length))
            writer.WriteString(name, text[..length]);
        else
            writer.WriteString(name, value);
    }

    public static void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonContent content)
    {
        Span<byte> text = stackalloc byte[WrittenTimestamp.MaxLength];
        if (WrittenTimestamp.TryWrite(value, text, out var length))
            writer.WriteStringValue(text[..length]);
        else
            writer.WriteStringValue(value);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTime value) => writer.WriteString(name, value.ToString(ParameterText.DateFormat, CultureInfo.InvariantCulture));

    public static void Write(Utf8JsonWriter writer, DateTime value, JsonContent content) => writer.WriteStringValue(value.ToString(ParameterText.DateFormat, CultureInfo.InvariantCulture));

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, LazyUri value) => value.WriteTo(writer, name);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Uri? value) => writer.WriteString(name, value?.OriginalString);

    public static void Write(Utf8JsonWriter writer, Uri? value, JsonContent content) => writer.WriteStringValue(value?.OriginalString);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, byte[]? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value, default);
    }

    public static void Write(Utf8JsonWriter writer, byte[]? value, JsonContent content)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBase64StringValue(value);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, IJsonModel? value, JsonContent content)
    {
        writer.WritePropertyName(name);
        Write(writer, value, content);
    }

    public static void Write(Utf8JsonWriter writer, IJsonModel? value, JsonContent content)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            value.Write(writer, content);
    }

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
