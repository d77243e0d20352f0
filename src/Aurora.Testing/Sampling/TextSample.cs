using Aurora.Testing.Seasoning;

namespace Aurora.Testing.Sampling;

/// <summary>Creates plausible texts that are valid against a schema.</summary>
internal static class TextSample
{
    // Tried in order if the schema has a pattern.
    private static readonly string[] Candidates =
    [
        "sample", "Sample", "SAMPLE", "sample-1", "a", "A", "1", "12", "123", "1234", "12345", "123456", "1.5", "1.0.0", "en", "en-US", "us-east-1",
        "#336699", "+15551234567",
    ];

    public static string Create(Schema schema, SeededRandom random, DateTimeOffset now)
    {
        var text = schema.Format switch
        {
            "uuid" => random.NextUuid(),
            "uri" or "url" => $"{MediaUrls.PlaceholderHost}samples/{random.NextUuid()}",
            "email" => "someone@example.com",
            "date-time" => SampleJson.Time(now),
            "date" => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => now.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            "duration" => "PT5S",
            "decimal" => "1.50",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "byte" => "c2FtcGxl",
            _ => "Sample text",
        };
        if (!schema.HasForm(text))
            text = Candidates.FirstOrDefault(schema.HasForm) ?? text;
        if (text.Length > schema.MaxLength)
            text = text[..schema.MaxLength.Value];
        return text.Length < schema.MinLength ? text.PadRight(schema.MinLength.Value, 'x') : text;
    }
}
