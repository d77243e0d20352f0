using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace Aurora.Client;

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
