namespace Aurora.Testing.Documents;

/// <summary>A schema of the document, without references and compositions.</summary>
/// <param name="json">The schema after <see cref="SchemaReader"/> has resolved its references and compositions.</param>
/// <param name="reader">Reads the nested schemas when they are first used, because schemas can be recursive.</param>
internal sealed class Schema(JObject json, SchemaReader reader)
{
    public static Schema Any { get; } = new([], new SchemaReader([]));

    public string? Type { get; } = (string?)json["type"] ?? (json["properties"] is null ? null : "object");

    public string? Format { get; } = (string?)json["format"];

    public bool IsNullable { get; } = (bool?)json["nullable"] ?? false;

    public bool IsReadOnly { get; } = (bool?)json["readOnly"] ?? false;

    public bool IsWriteOnly { get; } = (bool?)json["writeOnly"] ?? false;

    public JToken? Default { get; } = json["default"];

    /// <summary>Gets the values of an enumeration without null, or an empty list if the schema has none.</summary>
    public IReadOnlyList<JToken> Choices { get; } = [.. (json["enum"] as JArray ?? []).Where(choice => choice.Type != JTokenType.Null)];

    public double? Minimum { get; } = (double?)json["minimum"];

    public double? Maximum { get; } = (double?)json["maximum"];

    public bool IsMinimumExclusive { get; } = json["exclusiveMinimum"] is JValue { Value: true };

    public bool IsMaximumExclusive { get; } = json["exclusiveMaximum"] is JValue { Value: true };

    public int? MinLength { get; } = (int?)json["minLength"];

    public int? MaxLength { get; } = (int?)json["maxLength"];

    public int? MinItems { get; } = (int?)json["minItems"];

    public int? MaxItems { get; } = (int?)json["maxItems"];

    public string? Pattern { get; } = (string?)json["pattern"];

    public IReadOnlySet<string> Required { get; } = new HashSet<string>((json["required"] as JArray ?? []).Values<string>().OfType<string>());

    public IReadOnlyList<KeyValuePair<string, Schema>> Properties =>
        field ??= [.. (json["properties"] as JObject ?? []).Properties()
            .Select(property => KeyValuePair.Create(property.Name, reader.Read(property.Value)))];

    public Schema Items => field ??= reader.Read(json["items"]);

    /// <summary>Gets the schema of the values of an object with any names, or null if it has none.</summary>
    public Schema? Additional => json["additionalProperties"] is JObject additional ? field ??= reader.Read(additional) : null;

    /// <summary>Gets a value that indicates whether an empty text is valid. No format allows it.</summary>
    public bool AllowsBlank => Choices.Count > 0
        ? Choices.Any(choice => choice is JValue { Value: "" })
        : Type == "string" && Format is null && !(MinLength > 0);

    public bool HasObjects => Type == "object" || (Type == "array" && Items.Type == "object");

    public Schema? Property(string name) => Properties.FirstOrDefault(property => property.Key == name).Value;

    /// <summary>Reads all nested schemas.</summary>
    /// <exception cref="FormatException">A reference has no target.</exception>
    public void Load(HashSet<Schema> known)
    {
        if (this == Any || !known.Add(this))
            return;
        foreach (var (_, property) in Properties)
            property.Load(known);
        Items.Load(known);
        Additional?.Load(known);
    }

    /// <summary>Returns whether a text has the form that the schema requires. A pattern that .NET cannot read allows every text.</summary>
    public bool HasForm(string text)
    {
        try
        {
            return Pattern is null || Regex.IsMatch(text, Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
