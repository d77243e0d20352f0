using Newtonsoft.Json;

namespace Aurora.Client;

/// <summary>Converts a value from and to text. Any text that cannot be converted is an error.</summary>
internal abstract class TextConverter<T>(string rule) : JsonConverter
    where T : notnull
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => reader.TokenType switch
    {
        JsonToken.Null when existingValue is null || Nullable.GetUnderlyingType(objectType) is not null => null,
        JsonToken.Null => existingValue,
        JsonToken.String when TryRead((string)reader.Value!, out var value) => value,
        _ => throw new JsonSerializationException($"The value is not {rule}. Path '{reader.Path}'."),
    };

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteValue(value is T present ? Write(present) : null);

    protected abstract bool TryRead(string text, out T? value);

    protected abstract string Write(T value);
}
