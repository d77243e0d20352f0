using CsCheck;

namespace Aurora.TestKit.Differential;

/// <summary>Generates values for a property: mostly valid ones, and otherwise deviations that an API could send.</summary>
internal static class PropertyTokens
{
    private static readonly Gen<string> Time = Gen.Select(
        Gen.OneOf<string>("2026-01-31", "0001-01-01", "9999-12-31", "2024-02-29", "2025-02-29", "2026-13-01"),
        Gen.OneOf<string>("T", "T", "T", "t", " "),
        Gen.OneOf<string>("10:20:30", "00:00:00", "23:59:59", "23:59:60", "10:20", "24:00:00", "10:20:30,5"),
        Gen.OneOf<string>(Gen.Const(""), Gen.Char['0', '9'].Array[0, 18].Select(digits => "." + new string(digits))),
        Gen.OneOf<string>("Z", "Z", "+02:00", "-11:30", "+14:00", "-00:00", "", "z", "+0200", "+15:00", "+24:00", " Z", "UTC"),
        (date, separator, time, fraction, zone) => date + separator + time + fraction + zone);

    private static readonly Gen<string> ValidTime = Gen.Select(
        Gen.DateTime[new DateTime(1990, 1, 1), new DateTime(2099, 1, 1)], Gen.Int[0, 7], Gen.OneOf<string>("Z", "+00:00", "+02:00", "-05:30"),
        (time, digits, zone) => time.ToString("yyyy-MM-ddTHH:mm:ss" + (digits == 0 ? "" : "." + new string('f', digits)), System.Globalization.CultureInfo.InvariantCulture) + zone);

    private static readonly Gen<string> Uuid = Gen.Guid.Select(id => id.ToString());

    private static readonly Gen<string> OddUuid = Gen.Select(Gen.Guid, Gen.OneOf<string>("N", "B", "P", "X", "D"), (id, format) => id.ToString(format).ToUpperInvariant());

    private static readonly Gen<string> ValidUri = Gen.Select(
        Gen.OneOf<string>("https://cdn.example", "http://b\u00fccher.example", "https://xn--bcher-kva.example:8443", "ftp://u@h.example", "https://[::1]"), Gen.OneOf<string>("", "/", "/a.mp3", "/%41%2f?x=%20&y#z", "/a b", "/\u00fc/\\u00fc", "/..\\/x"),
        (host, path) => host + path);

    private static readonly Gen<string> OddUri = Gen.OneOf<string>(
        Gen.OneOf<string>("", " ", "/media/a.mp3", "media/a b.mp3", "?x", "//h.example/a", "http://", "http:", "http://[", ":", "file", "file:///a", "mailto:a@b.example", "urn:x:y", "data:,x", "C:\\\\a", "about:blank", " https://h.example", "HTTPS://H.EXAMPLE/A"),
        Gen.Int[2000, 3000].Select(length => "https://h.example/" + new string('a', length)),
        JsonTokens.Content);

    private static readonly Gen<string> OddTexts = Gen.OneOf<string>(
        JsonTokens.Content,
        JsonTokens.Number,
        Gen.OneOf<string>("", " 5 ", "+5", "1,000", "0x10", "NaN", "Infinity", "-Infinity", "5.0", "1e3", ".5", "5.", "True", "FALSE", " true ", "yes", "1", "2026-01-31", "AQID"),
        Time, OddUuid, Uuid, OddUri);

    /// <param name="property">The property.</param>
    /// <param name="shared">Texts that repeat in several videos.</param>
    public static Gen<string> Of(SchemaProperty property, params string[] shared)
    {
        var valid = Valid(property.Type, shared);
        return Gen.Frequency<string>(
            (30, property.IsNullable ? Gen.Frequency<string>((3, valid), (1, Gen.Const("null"))) : valid),
            (3, Odd(property.Type)),
            (1, Gen.Const("null")),
            (1, OddTexts.Select(JsonTokens.Quote)),
            (1, JsonTokens.Number),
            (1, JsonTokens.Any));
    }

    /// <summary>Generates values for a type, many of which are invalid.</summary>
    public static Gen<string> Of(SchemaType schema) => Gen.Frequency<string>(
        (4, Valid(schema, [""])), (4, Odd(schema)), (2, OddTexts.Select(JsonTokens.Quote)), (1, JsonTokens.Number), (1, JsonTokens.Any));

    private static Gen<string> Valid(SchemaType schema, string[] shared) => (schema.Type, schema.Format) switch
    {
        ("boolean", _) => Gen.OneOf<string>("true", "false"),
        ("integer", _) => Gen.Frequency<int>((4, Gen.Int[0, 300]), (1, Gen.Int)).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("number", _) => JsonTokens.Number,
        (_, "uuid") => Uuid.Select(JsonTokens.Quote),
        (_, "date") => Gen.Date.Select(date => JsonTokens.Quote(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))),
        (_, "byte") => Gen.Byte.Array[0, 20].Select(bytes => JsonTokens.Quote(Convert.ToBase64String(bytes))),
        (_, "date-time") => ValidTime.Select(JsonTokens.Quote),
        (_, "uri") => ValidUri.Select(JsonTokens.Quote),
        _ when schema.Values.Count > 0 => Gen.OneOf<string>([.. schema.Values]).Select(JsonTokens.Quote),
        _ => Gen.OneOf<string>(JsonTokens.Content, Gen.OneOf<string>(shared)).Select(JsonTokens.Quote),
    };

    private static Gen<string> Odd(SchemaType schema) => (schema.Type, schema.Format) switch
    {
        ("boolean", _) => Gen.OneOf<string>("\"true\"", "\"False\"", "0", "1", "\"1\""),
        ("integer" or "number", _) => Gen.OneOf<string>(JsonTokens.Number, JsonTokens.Number.Select(JsonTokens.Quote)),
        (_, "uuid") => OddUuid.Select(JsonTokens.Quote),
        (_, "date") => Gen.OneOf<string>("2026-1-31", "2026-02-30", "0000-01-01", "9999-12-31", " 2026-01-31", "2026-01-31Z", "31.01.2026", "2026-01-3\\u0031").Select(JsonTokens.Quote),
        (_, "byte") => Gen.OneOf<string>("AQID", "AQI=", "AQI", "A===", "====", "AQ\\/+", "AQ-_", " AQID", "AQ\\nID", "AQIDB", "\\u0041QID", "\\ud800").Select(JsonTokens.Quote),
        (_, "date-time") => Time.Select(JsonTokens.Quote),
        (_, "uri") => OddUri.Select(JsonTokens.Quote),
        _ when schema.Values.Count > 0 => Gen.Select(Gen.OneOf<string>([.. schema.Values]), Gen.Int[0, 4], (value, change) => JsonTokens.Quote(change switch
        {
            0 => value.ToUpperInvariant(),
            1 => value + " ",
            2 => value[..^1],
            3 => $"\\u{(int)value[0]:x4}{value[1..]}",
            _ => value + "\\ud800",
        })),
        _ => JsonTokens.Any,
    };
}
