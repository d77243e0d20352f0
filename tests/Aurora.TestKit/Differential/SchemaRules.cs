using System.Globalization;
using System.Text.RegularExpressions;
using Aurora.Client;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.TestKit.Differential;

/// <summary>Reads a value for a type and format of OpenAPI with Newtonsoft.Json, and finds its deviations.</summary>
internal static partial class SchemaRules
{
    private static readonly JsonSerializer Newtonsoft = JsonSerializer.Create(AuroraJson.Settings);

    /// <param name="Value">The value, or null if the property is not changed.</param>
    /// <param name="Drift">The deviations, at most one of each kind.</param>
    internal sealed record Reading(object? Value, params (SchemaDriftKind Kind, string Found)[] Drift);

    public static Reading Read(SchemaType schema, SentJson sent, Type type)
    {
        var wrong = (SchemaDriftKind.WrongType, sent.Kind);
        return (schema.Type, sent.Token) switch
        {
            (_, JsonToken.StartObject or JsonToken.StartArray) => new Reading(null, wrong),
            ("string", JsonToken.String) => String(schema, sent, type),
            ("string", _) when schema.Format.Length == 0 && schema.Values.Count == 0 => new Reading(sent.Raw, wrong),
            ("boolean", JsonToken.Boolean) => new Reading(sent.Raw == "true"),
            ("boolean", JsonToken.String) => Reported(sent, new Reading(bool.TryParse(sent.Text, out var flag) ? flag : null, wrong)),
            ("number", JsonToken.Integer or JsonToken.Float) => Number(sent.Raw, type) is { } number ? new Reading(number) : new Reading(null, (SchemaDriftKind.Malformed, sent.Kind)),
            ("number", JsonToken.String) => Reported(sent, new Reading(QuotedNumber(sent.Text!, type), wrong)),
            ("integer", JsonToken.Integer or JsonToken.Float) => Whole(sent.Raw, type) is { } whole && sent.Token == JsonToken.Integer
                ? new Reading(whole) : new Reading(Whole(sent.Raw, type), (SchemaDriftKind.Malformed, sent.Kind)),
            ("integer", JsonToken.String) => Reported(sent, new Reading(Whole(sent.Text!, type), wrong)),
            _ => new Reading(null, wrong),
        };
    }

    private static Reading String(SchemaType schema, SentJson sent, Type type)
    {
        var value = Converted(sent.Text!, type);
        if (schema.Values.Count > 0)
            return Reported(sent, schema.Values.Contains(sent.Text!) ? new Reading(value) : new Reading(value, (SchemaDriftKind.UnknownValue, sent.Text!)));
        var fits = sent.IsUnicode && value is not null && schema.Format switch
        {
            "uuid" => Uuid().IsMatch(sent.Text!),
            "date" => Date().IsMatch(sent.Text!),
            "date-time" => Rfc3339.Read(sent.Text!) is not null,
            "uri" => (Uri)value is { IsAbsoluteUri: true } uri && sent.Text!.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase),
            _ => true,
        };
        return fits ? new Reading(value) : new Reading(value, (SchemaDriftKind.Malformed, sent.Kind));
    }

    /// <summary>Reports a string that is not valid Unicode before its other deviations.</summary>
    private static Reading Reported(SentJson sent, Reading reading) =>
        sent.IsUnicode ? reading : new Reading(reading.Value, [(SchemaDriftKind.Malformed, sent.Kind), .. reading.Drift]);

    private static object? Converted(string text, Type type)
    {
        try
        {
            // Newtonsoft.Json also reads a UUID as bytes.
            return type == typeof(byte[]) ? Convert.FromBase64String(text) : new JValue(text).ToObject(type, Newtonsoft);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    private static object? Number(string raw, Type type)
    {
        // Newtonsoft.Json truncates digits beyond the precision of decimal, which .NET rounds, and fails for some numbers outside its range.
        if (type == typeof(decimal))
            return QuotedNumber(raw, type);
        using var reader = new JsonTextReader(new StringReader(raw));
        return reader.ReadAsDouble() is { } number && double.IsFinite(number) ? number : null;
    }

    // Newtonsoft.Json also accepts thousands separators.
    private static object? QuotedNumber(string text, Type type)
    {
        if (type == typeof(decimal))
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    private static object? Whole(string text, Type type) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Truncate(number) == number && number >= Least(type) && number <= Most(type)
            ? Convert.ChangeType(number, type, CultureInfo.InvariantCulture) : null;

    private static decimal Least(Type type) => type == typeof(long) ? long.MinValue : int.MinValue;

    private static decimal Most(Type type) => type == typeof(long) ? long.MaxValue : int.MaxValue;

    [GeneratedRegex(@"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex Date();
}
