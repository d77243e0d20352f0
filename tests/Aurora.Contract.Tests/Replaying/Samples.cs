using System.Globalization;
using System.Text.Json.Nodes;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>Creates values for a schema that is not an object or an array: normal values, edge cases, and invalid values.</summary>
internal static class Samples
{
    private static readonly string[] Times =
    [
        "2026-01-31T10:20:30Z", "2026-01-31T10:20:30+02:00", "2026-01-31T10:20:30-11:30", "2026-01-31T10:20:30+14:00", "2026-01-31T10:20:30-14:00",
        "2026-01-31T10:20:30-00:00",
        "2026-01-31T10:20:30.1Z", "2026-01-31T10:20:30.123456+05:45", "2026-01-31T10:20:30.1234567Z", "2026-01-31T10:20:30.000000000000000Z",
        "2016-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "2016-12-31T23:59:60.5Z", "2026-01-31t10:20:30z", "2026-01-31t10:20:30.25+01:00",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2024-02-29T00:00:00Z",
        "2025-02-29T00:00:00Z", "2026-01-31T10:20:30+15:00", "soon",
    ];

    private static readonly string[] Uuids =
    [
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "3F2504E0-4F89-11D3-9A0C-0305E82C3301", "3f2504E0-4F89-11d3-9a0C-0305E82c3301",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "not-a-uuid", "",
    ];

    private static readonly string[] Addresses =
    [
        "https://media.example/a.mp3", "HTTPS://MEDIA.EXAMPLE/A", "https://b\u00fccher.example/\u00fc?q=\u00f6#\u00df",
        "https://xn--bcher-kva.example/%C3%BC", "https://\u4f8b\u3048.example/\U0001F600",
        "https://media.example:8443/a%2Fb/../c?x=%20&y=+&z=a%26b#f", "https://user:word@media.example/", "https://[2001:db8::1]/a",
        "https://192.0.2.1/", "ftp://media.example/a", "urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "mailto:a@media.example", "data:,x", Address(200), Address(201), Address(2048), Address(2049), Address(8192), Address(60_000),
        "/media/a.mp3", "media/a.mp3", "",
    ];

    private static readonly string[] Texts = ["", " ", "\u00fc \u20ac \U0001F600 e\u0301 \u0627", "\" \\ / \b \f \n \r \t \u0000 \u007f \u2028 \ufeff", "null", "0"];

    private static readonly string[] Wholes =
    [
        "0", "-0", "1", "-1", "2147483647", "-2147483648", "2147483648", "-2147483649", "9007199254740993", "9223372036854775807",
        "-9223372036854775808", "9223372036854775808", "-9223372036854775809", "5.0", "1e2",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0.0", "1", "0.1", "-0.5", "0.30000000000000004", "1e2", "1E+2", "12345678901234567890", "9007199254740993", "5e-324", "-5e-324",
        "2.2250738585072014e-308",
        "1.7976931348623157e308", "-1.7976931348623157e308", "1e-400", "1e309", "-1e309",
    ];

    /// <summary>Returns a valid value. Each number results in a different value.</summary>
    public static JsonNode Usual(Schema schema, int number)
    {
        var name = schema.Site.Name;
        if (schema.Choices() is { Count: > 0 } choices)
            return JsonOf(choices[number % choices.Count]);
        return (schema.Type, schema.Format) switch
        {
            ("boolean", _) => number % 2 == 0,
            ("integer", _) => (int)Within(schema, number + 1),
            ("number", _) => (double)Within(schema, number + 0.5M),
            (_, "uuid") => new Guid(number + 1, (short)name.Length, (short)name[0], [.. Enumerable.Range(0, 8).Select(at => (byte)name[at % name.Length])]).ToString(),
            (_, "date-time") => DateTime.UnixEpoch.AddHours(number + 1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            (_, "date") => DateTime.UnixEpoch.AddDays(number + 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (_, "uri") => $"https://media.example/{name}/{number}",
            ("object", _) => new JsonObject { ["any"] = number },
            (_, "byte") => Convert.ToBase64String([(byte)number]),
            _ => Within(schema, $"{name} {number}"),
        };
    }

    /// <summary>Returns a limit of a schema, or null.</summary>
    public static decimal? Limit(Schema schema, string key) =>
        schema[key] is { } limit ? decimal.Parse(limit.Text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>Returns all edge cases with their display names.</summary>
    public static IEnumerable<(string Name, string Json)> Edges(Schema schema)
    {
        var values = schema.IsChoice() ? Values(schema) : (schema.Type, schema.Format) switch
        {
            ("boolean", _) => ["true", "false"],
            ("integer", _) => Wholes.Concat(Limits(schema)),
            ("number", _) => Numbers.Concat(Limits(schema)),
            (_, "uuid") => Uuids.Select(Text),
            (_, "date-time") => Times.Select(Text),
            (_, "date") => new[] { "2026-01-31", "0001-01-01", "9999-12-31", "2024-02-29", "2025-02-29", "soon" }.Select(Text),
            (_, "uri") => Addresses.Concat(Lengths(schema).Select(Address)).Select(Text),
            (_, "byte") => new[] { "", "AQID", "AQI=", "AQ\\/+", "?" }.Select(Text),
            _ => Texts.Concat(Lengths(schema).SelectMany(length => (string[])[new string('n', length), string.Concat(Enumerable.Repeat("\U0001F600", length))])).Select(Text),
        };
        var numbersInQuotes = schema.Type is "integer" or "number" && !schema.IsChoice() ? (string[])["\"12\"", "\"twelve\""] : [];
        return values.Concat(numbersInQuotes).Concat(["{}", "[]", "{\"a\":[1]}"]).Distinct().Select(json => (Shown(json), json));
    }

    /// <summary>Converts a scalar of the document to JSON.</summary>
    public static JsonNode JsonOf(SpecNode node) => node.Kind == SpecNodeKind.Text ? node.Text : JsonNode.Parse(node.Text)!;

    private static IEnumerable<string> Values(Schema schema)
    {
        string[] listed = [.. schema.Choices().Select(value => value.Text)];
        return schema.Type == "integer"
            ? [.. listed, listed[0] + "0000", "-1", "0", "2147483648", "1.5", "\"\""]
            : ((string[])[.. listed, listed[0] + "_unknown", listed[0].ToUpperInvariant(), listed[0] + " ", ""]).Select(Text);
    }

    private static decimal Within(Schema schema, decimal number) => (Limit(schema, "minimum"), Limit(schema, "maximum")) switch
    {
        ({ } minimum, { } maximum) when number <= minimum || number >= maximum => minimum + ((maximum - minimum) / 2),
        ({ } minimum, null) when number <= minimum => minimum + number,
        (null, { } maximum) when number >= maximum => maximum - number,
        _ => number,
    };

    // The last characters of a text differ.
    private static string Within(Schema schema, string text)
    {
        var padded = text.PadLeft((int)(Limit(schema, "minLength") ?? 0), 'n');
        return padded[^Math.Min(padded.Length, (int)(Limit(schema, "maxLength") ?? padded.Length))..];
    }

    private static IEnumerable<int> Lengths(Schema schema) =>
        new[] { "minLength", "maxLength" }.SelectMany(key => Limit(schema, key) is { } limit ? (int[])[(int)limit - 1, (int)limit, (int)limit + 1] : []).Append(20_000)
            .Where(length => length > 0 && (schema.Format != "uri" || length > 30));

    private static IEnumerable<string> Limits(Schema schema) => new[] { "minimum", "maximum" }.SelectMany(key =>
        Limit(schema, key) is { } limit ? new[] { -1, 0, 1 }.Select(step => (limit + step).ToString(CultureInfo.InvariantCulture)) : []);

    private static string Address(int length) => "https://media.example/".PadRight(length, 'a');

    private static string Text(string value) => JsonValue.Create(value).ToJsonString();

    private static string Shown(string json) => json.Length <= 70 ? json : $"{json[..30]}… of {json.Length - 2} characters";
}
