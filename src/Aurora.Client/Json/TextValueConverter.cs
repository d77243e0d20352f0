using Newtonsoft.Json;

namespace Aurora.Client;

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
