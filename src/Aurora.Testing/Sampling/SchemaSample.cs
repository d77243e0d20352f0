namespace Aurora.Testing.Sampling;

/// <summary>Creates plausible values that are valid against a schema.</summary>
internal sealed class SchemaSample(SeededRandom random, DateTimeOffset now)
{
    private const int MaxDepth = 6;
    private const int DefaultRange = 100;

    /// <summary>Creates a value, with all properties of an object.</summary>
    public JToken Create(Schema schema, int depth = 0)
    {
        if (schema.IsNullable && (depth > MaxDepth || random.OneIn(4)))
            return JValue.CreateNull();
        if (schema.Choices.Count > 0)
            return random.Pick(schema.Choices).DeepClone();
        return schema.Type switch
        {
            "string" => TextSample.Create(schema, random, now),
            "integer" => (long)Number(schema),
            "number" => Math.Round(Number(schema), 1),
            "boolean" => random.OneIn(2),
            "array" => new JArray(Enumerable.Range(0, Count(schema, depth)).Select(_ => Create(schema.Items, depth + 1))),
            "object" => Object(schema, depth),
            _ => new JObject(),
        };
    }

    /// <summary>
    /// Creates the value of a property of a new object: its default, null, the first choice or an empty value. Returns null if the schema does
    /// not allow any of them.
    /// </summary>
    public static JToken? CreateInitial(Schema schema) => schema switch
    {
        { Default.Type: not JTokenType.Null } => Default(schema),
        { IsNullable: true } => JValue.CreateNull(),
        { Choices.Count: > 0 } => schema.Choices[0].DeepClone(),
        { Type: "string", Format: null, MinLength: null or 0, Pattern: null } => "",
        { Type: "integer" } => (long)Empty(schema),
        { Type: "number" } => Empty(schema),
        { Type: "boolean" } => false,
        { Type: "array", MinItems: null or 0 } => new JArray(),
        { Type: "object", Properties.Count: 0 } => new JObject(),
        _ => null,
    };

    private static JToken Default(Schema schema) =>
        schema is { Type: "number", Default: { Type: JTokenType.Integer } integer } ? (double)integer : schema.Default!.DeepClone();

    private JObject Object(Schema schema, int depth)
    {
        var json = new JObject();
        foreach (var (name, property) in schema.Properties)
        {
            if (!property.IsWriteOnly && (depth < MaxDepth || schema.Required.Contains(name)))
                json[name] = Create(property, depth + 1);
        }

        if (schema is { Properties.Count: 0, Additional: { } additional })
            json["sample"] = Create(additional, depth + 1);
        return json;
    }

    private int Count(Schema schema, int depth) =>
        Math.Max(schema.MinItems ?? 0, depth > MaxDepth ? 0 : Math.Min(schema.MaxItems ?? 2, 1 + random.Next(2)));

    private double Number(Schema schema)
    {
        var low = Lowest(schema) ?? Math.Min(0, (Highest(schema) ?? 0) - DefaultRange);
        var range = Math.Min((Highest(schema) ?? low + DefaultRange) - low, DefaultRange);
        return low + (schema.Type == "integer" ? Math.Floor(random.NextDouble() * (range + 1)) : range * random.Next(DefaultRange) / DefaultRange);
    }

    private static double Empty(Schema schema) => Math.Min(Math.Max(0, Lowest(schema) ?? 0), Highest(schema) ?? double.MaxValue);

    private static double? Lowest(Schema schema) => schema.Minimum + (schema.IsMinimumExclusive ? Margin(schema) : 0);

    private static double? Highest(Schema schema) => schema.Maximum - (schema.IsMaximumExclusive ? Margin(schema) : 0);

    private static double Margin(Schema schema) => schema.Type == "integer" ? 1 : 0.1;
}

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
