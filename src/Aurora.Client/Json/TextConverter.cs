using System.Globalization;
using System.Numerics;
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

/// <summary>Converts <c>format: date</c>, which has no time and no time zone.</summary>
internal sealed class DateConverter() : TextConverter<DateTime>("a date in the form 2026-01-31")
{
    public const string Format = "yyyy-MM-dd";

    protected override bool TryRead(string text, out DateTime value) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Write(DateTime value) => value.ToString(Format, CultureInfo.InvariantCulture);
}

/// <summary>Converts <c>format: date-time</c> (RFC 3339). A value without a time zone is in UTC.</summary>
internal sealed class TimestampConverter() : TextConverter<DateTimeOffset>("a date and time in the form of RFC 3339")
{
    protected override bool TryRead(string text, out DateTimeOffset value) => Timestamp.TryRead(text, out value);

    protected override string Write(DateTimeOffset value) => ParameterText.Of(value);
}

/// <summary>Converts <c>format: uri</c>. Text that is not an absolute URL becomes a relative one.</summary>
internal sealed class UriTextConverter() : TextConverter<Uri>("a URL")
{
    protected override bool TryRead(string text, out Uri? value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);

    protected override string Write(Uri value) => value.OriginalString;
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
