using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace Aurora.Client;

/// <summary>Converts a value from and to text. Any text that cannot be converted is an error.</summary>
internal sealed class TextConverter<T>(string rule, TextConverter<T>.TryRead tryRead, Func<T, string> write) : JsonConverter
    where T : notnull
{
    internal delegate bool TryRead(string text, out T? value);

    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => reader.TokenType switch
    {
        JsonToken.Null when existingValue is null || Nullable.GetUnderlyingType(objectType) is not null => null,
        JsonToken.Null => existingValue,
        JsonToken.String when tryRead((string)reader.Value!, out var value) => value,
        _ => throw new JsonSerializationException($"The value is not {rule}. Path '{reader.Path}'."),
    };

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteValue(value is T present ? write(present) : null);
}

/// <summary>
/// Reads a number of any size as the nearest double. If any converter is set, Newtonsoft.Json reads a large
/// integer as a <see cref="BigInteger"/>, and its own conversion to a double is not exact.
/// </summary>
internal sealed class DoubleConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(double) || objectType == typeof(double?);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => reader.TokenType switch
    {
        JsonToken.Null when objectType == typeof(double?) => null,
        JsonToken.Integer or JsonToken.Float or JsonToken.String
            when double.TryParse(Convert.ToString(reader.Value, CultureInfo.InvariantCulture), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) =>
            reader.Value is double exact ? exact : number,
        _ => throw new JsonSerializationException($"The value at '{reader.Path}' is not a number."),
    };

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}

/// <summary>Converts an enum value from and to text, including values that the document does not list.</summary>
internal abstract class TextValueConverter<T> : JsonConverter
    where T : struct
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => reader.TokenType switch
    {
        JsonToken.String => FromText((string)reader.Value!),
        JsonToken.Null when objectType != typeof(T) => null,
        JsonToken.Null => default(T),
        _ => throw new JsonSerializationException($"{typeof(T).Name} must be a string, but is {reader.TokenType}. Path '{reader.Path}'."),
    };

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue(value?.ToString());

    protected abstract T FromText(string text);
}
