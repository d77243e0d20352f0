namespace Aurora.Testing.Storing;

/// <summary>What the schema of an item says about storing it: its identity, its times, and the values that it can have.</summary>
internal sealed class ItemShape
{
    private readonly IReadOnlyList<string> _changed;
    private readonly Dictionary<string, Schema> _properties;

    public ItemShape(Schema schema, string? lookup)
    {
        Schema = schema;
        _properties = new(schema.Properties);
        Identity = lookup is not null && schema.Property(lookup) is not null
            ? lookup
            : NameOf(property => property is { IsReadOnly: true, Format: "uuid", IsNullable: false })
                ?? NameOf(property => property is { IsReadOnly: true, Type: "integer", IsNullable: false } && property == schema.Properties[0].Value);
        var times = schema.Properties
            .Where(property => property.Value is { IsReadOnly: true, IsNullable: false, Format: "date-time" })
            .Select(property => property.Key).ToList();
        Ordering = new Ordering(times.FirstOrDefault());
        _changed = [.. times.Skip(1)];
    }

    public Schema Schema { get; }

    public string? Identity { get; }

    public Ordering Ordering { get; }

    private bool HasUuids => IdentitySchema.Format == "uuid";

    private Schema IdentitySchema => _properties.GetValueOrDefault(Identity ?? "", Schema.Any);

    /// <summary>Returns the identity of an item in its canonical form.</summary>
    /// <exception cref="ArgumentException">The item has no valid identity.</exception>
    public string KeyOf(JObject video)
    {
        var value = video[Identity ?? ""] as JValue;
        if (!HasUuids && value?.Value is not null)
            return Python.TextOf(value);
        return value is { Value: string text } && UuidText.TryParse(text, out var uuid) ? Key(uuid) : throw new ArgumentException(
            $"The \"{Identity}\" of a video must be a UUID in the form 8-4-4-4-12. Use Guid.NewGuid().ToString() to create one.", nameof(video));
    }

    /// <summary>Returns the canonical form of an identity in a path. Returns null if the text cannot be an identity.</summary>
    public string? KeyOf(string text) => !HasUuids ? text : Python.TryUuid(text, out var uuid) ? Key(uuid) : null;

    public static string Key(Guid uuid) => uuid.ToString("D");

    /// <summary>Creates an item with the values of a request. All other properties get their initial values.</summary>
    public JObject Create(JObject values, long number, SeededRandom random, DateTimeOffset now)
    {
        var samples = new SchemaSample(random, now);
        var item = new JObject();
        foreach (var (name, property) in Schema.Properties.Where(property => !property.Value.IsWriteOnly))
        {
            var value = values[name]?.DeepClone()
                ?? (name == Identity && property.Type == "integer" ? new JValue(number) : null)
                ?? SchemaSample.CreateInitial(property)
                ?? (property.IsReadOnly || Schema.Required.Contains(name) ? samples.Create(property) : null);
            if (value is not null)
                item[name] = value;
        }

        return item;
    }

    /// <summary>Sets the properties with the time of the last change.</summary>
    public void Touch(JObject item, DateTimeOffset now)
    {
        foreach (var name in _changed.Where(item.ContainsKey))
            item[name] = SampleJson.Time(now);
    }

    /// <summary>Removes unknown properties, and replaces missing and invalid values. Optional properties that are left out on purpose stay missing.</summary>
    public JObject Fit(JObject item, IReadOnlySet<string> optional, long number, SchemaSample samples)
    {
        foreach (var name in item.Properties().Select(property => property.Name).Where(name => !_properties.ContainsKey(name)).ToList())
            item.Remove(name);
        foreach (var (name, property) in _properties)
        {
            var value = item[name];
            if (value is not null ? IsValid(property, value) : property.IsWriteOnly || (optional.Contains(name) && !Schema.Required.Contains(name)))
                continue;
            item[name] = name == Identity && property.Type == "integer" ? number : samples.Create(property);
        }

        return item;
    }

    /// <summary>Takes back the changes that the schema does not allow.</summary>
    public JObject Fit(JObject before, JObject after)
    {
        foreach (var property in after.Properties().Where(property => !JToken.DeepEquals(property.Value, before[property.Name])).ToList())
        {
            if (_properties.TryGetValue(property.Name, out var schema) && IsValid(schema, property.Value))
                continue;
            if (before[property.Name] is { } value)
                property.Value = value;
            else
                property.Remove();
        }

        return after;
    }

    /// <summary>Returns an item as a response with a different schema has it.</summary>
    public JObject Project(JObject item, Schema target, SchemaSample samples)
    {
        if (target == Schema)
            return item;
        foreach (var name in Schema.Properties.Select(property => property.Key).Where(name => target.Property(name) is null))
            item.Remove(name);
        foreach (var (name, property) in target.Properties)
        {
            if (item[name] is { } value ? !IsValid(property, value) : target.Required.Contains(name))
                item[name] = samples.Create(property);
        }

        return item;
    }

    private static bool IsValid(Schema schema, JToken value)
    {
        // Most generated values are URLs, and Django's rules are slow for thousands of them.
        if (schema is { Type: "string", Format: "uri", MaxLength: null } && value is JValue { Value: string url })
            return url.StartsWith("http", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out _);
        var result = ValueCheck.Check(schema, value, allowsBlank: true);
        return result.Errors is null && IsSameKind(result.Value.Type, value.Type);
    }

    private static bool IsSameKind(JTokenType first, JTokenType second) =>
        first == second || (first == JTokenType.Float && second == JTokenType.Integer);

    private string? NameOf(Func<Schema, bool> predicate) => Schema.Properties.FirstOrDefault(property => predicate(property.Value)).Key;
}
