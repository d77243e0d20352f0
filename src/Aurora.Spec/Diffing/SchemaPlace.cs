namespace Aurora.Spec.Diffing;

/// <summary>Where a schema is used in a request or a response.</summary>
/// <param name="Prefix">The prefix of its rules: <c>response-property</c>.</param>
/// <param name="Where">The place, for a reader: <c>GET /api/aurora/ → 200 → [] → status</c>.</param>
internal sealed record SchemaPlace(string Prefix, string Where)
{
    public bool WasRequired { get; init; } = true;

    public bool IsRequired { get; init; } = true;

    public bool IsProperty { get; init; }

    /// <summary>Whether a value is text when it is sent, so that a number is a string too.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether a single value has the same form as a list of one, as in <c>?id=1&amp;id=2</c>.</summary>
    public bool TakesLists { get; init; }

    /// <summary>Whether a property is read-only in a request, or write-only in a response, and so is not part of it.</summary>
    public bool IsUnsent { get; init; }

    public bool IsRequest => Prefix.StartsWith("request", StringComparison.Ordinal);

    public bool IsHeader => Prefix == "response-header";

    /// <summary>Identifies the rules that apply to the contents of the schema.</summary>
    public string Role => $"{Nested}{(IsUnsent ? " unsent" : "")}{(IsText ? " text" : "")}";

    private bool IsParameter => Prefix.StartsWith("request-parameter", StringComparison.Ordinal);

    private string Nested => IsHeader ? Prefix : IsParameter ? "request-parameter-property" : IsRequest ? "request-property" : "response-property";

    public SchemaPlace Property(string name, bool wasRequired, bool isRequired, bool isUnsent) => this with
    {
        Prefix = Nested,
        Where = $"{Where} → {name}",
        WasRequired = wasRequired,
        IsRequired = isRequired,
        IsProperty = true,
        TakesLists = false,
        IsUnsent = IsUnsent || isUnsent,
    };

    public SchemaPlace Contents(string name) => this with
    {
        Prefix = Prefix == "request-parameter" ? Prefix : Nested,
        Where = $"{Where} → {name}",
        IsProperty = false,
        TakesLists = false,
    };

    /// <summary>One of the schemas that are combined with <c>oneOf</c>, <c>anyOf</c>, or <c>allOf</c>.</summary>
    public SchemaPlace Branch(string key) => this with { Where = $"{Where} ({key})" };

    /// <summary>Returns the rule for this place, or the closest one; null for a change that has no effect here.</summary>
    public string? Rule(string suffix)
    {
        if (IsUnsent && UnsentRule(suffix) is var (isKnown, rule) && isKnown)
            return rule;
        var prefix = IsRequest ? "request-property" : "response-property";
        return new[] { Prefix, Nested, prefix }.Select(candidate => $"{candidate}-{suffix}").FirstOrDefault(RuleCatalog.Has) ?? "constraint-changed";
    }

    private (bool IsKnown, string? Rule) UnsentRule(string suffix)
    {
        var rule = $"{(IsRequest ? "request-read-only" : "response-write-only")}-property-{suffix}";
        if (RuleCatalog.Has(rule))
            return (true, rule);
        return (suffix.StartsWith("max-", StringComparison.Ordinal) || suffix.StartsWith("min-", StringComparison.Ordinal) || (IsRequest && suffix.StartsWith("type-", StringComparison.Ordinal)), null);
    }
}
