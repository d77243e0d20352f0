using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aurora.Client;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>
/// Determines the expected result for a value that is not an object or an array. The rules are those of OpenAPI and do not use the client.
/// </summary>
internal static class LeafRules
{
    /// <summary>Returns the C# type of a schema, or null for an enum, which has a generated type.</summary>
    public static Type? TypeOf(Schema schema) => (schema.IsChoice(), schema.Type, schema.Format) switch
    {
        (true, "string" or "integer" or "", _) => null,
        (_, "boolean", _) => typeof(bool),
        (_, "integer", "int64") => typeof(long),
        (_, "integer", _) => typeof(int),
        (_, "number", "float") => typeof(float),
        (_, "number", "decimal") => typeof(decimal),
        (_, "number", _) => typeof(double),
        (_, "string", "uuid") => typeof(Guid),
        (_, "string", "date-time") => typeof(DateTimeOffset),
        (_, "string", "date") => typeof(DateTime),
        (_, "string", "uri") => typeof(Uri),
        (_, "string", "byte") => typeof(byte[]),
        (_, "string", _) => typeof(string),
        _ => typeof(object),
    };

    public static Expected Of(Schema schema, JsonNode sent)
    {
        var text = sent.GetValueKind() == JsonValueKind.String ? sent.GetValue<string>() : null;
        if (schema.IsChoice() && schema.Type == "integer")
        {
            var whole = Whole(schema, sent);
            return whole.Drift is null && !IsListed(schema, sent.ToJsonString()) ? whole with { Drift = SchemaDriftKind.UnknownValue } : whole;
        }

        if (schema.IsChoice())
        {
            return text is null
                ? Expected.Nothing(SchemaDriftKind.WrongType)
                : new Expected(text, IsListed(schema, text) ? null : SchemaDriftKind.UnknownValue);
        }

        return (schema.Type, sent.GetValueKind()) switch
        {
            ("boolean", JsonValueKind.True or JsonValueKind.False) => new Expected(sent.GetValueKind() == JsonValueKind.True),
            ("integer", JsonValueKind.Number or JsonValueKind.String) => Whole(schema, sent),
            ("number", JsonValueKind.Number) => Number(schema, sent.ToJsonString()),
            ("number", JsonValueKind.String) => new Expected(Number(schema, text!).Value, SchemaDriftKind.WrongType),
            ("string", JsonValueKind.String) => Text(schema.Format, text!),
            _ => Expected.Nothing(SchemaDriftKind.WrongType),
        };
    }

    public static bool IsListed(Schema schema, string text) => schema.Choices().Any(value => value.Text == text);

    private static Expected Text(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out var id) ? new Expected(id) : Expected.Nothing(SchemaDriftKind.Malformed),
        "date-time" => Rfc3339.Read(text) is { } time ? new Expected(time) : Expected.Nothing(SchemaDriftKind.Malformed),
        "date" => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Expected(date) : Expected.Nothing(SchemaDriftKind.Malformed),
        "byte" => Bytes(text) is { } bytes ? new Expected(bytes) : Expected.Nothing(SchemaDriftKind.Malformed),
        // Text that is not an absolute URI is kept.
        "uri" => new Expected(text, text.Contains(':', StringComparison.Ordinal) ? null : SchemaDriftKind.Malformed),
        _ => new Expected(text),
    };

    private static Expected Whole(Schema schema, JsonNode sent) => sent.GetValueKind() switch
    {
        JsonValueKind.Number => Whole(schema, sent.ToJsonString()),
        JsonValueKind.String => new Expected(Whole(schema, sent.GetValue<string>()).Value, SchemaDriftKind.WrongType),
        _ => Expected.Nothing(SchemaDriftKind.WrongType),
    };

    // Without a format, the generator uses int. A fraction or an exponent is accepted, but reported.
    private static Expected Whole(Schema schema, string raw)
    {
        var isLong = TypeOf(schema) == typeof(long);
        var (least, most) = isLong ? (long.MinValue, long.MaxValue) : (int.MinValue, int.MaxValue);
        var isPlain = BigInteger.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (!isPlain && !BigInteger.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            return Expected.Nothing(SchemaDriftKind.Malformed);
        if (number < least || number > most)
            return Expected.Nothing(SchemaDriftKind.Malformed);
        return new Expected(isLong ? (long)number : (object)(int)number, isPlain ? null : SchemaDriftKind.Malformed);
    }

    private static Expected Number(Schema schema, string raw)
    {
        if (TypeOf(schema) == typeof(decimal))
        {
            return decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                ? new Expected(exact)
                : Expected.Nothing(SchemaDriftKind.Malformed);
        }

        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Expected.Nothing(SchemaDriftKind.Malformed);
        return new Expected(TypeOf(schema) == typeof(float) ? (float)number : number);
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }
}
