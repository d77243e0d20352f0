using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Where a schema is met, on the wire and in C#.</summary>
/// <param name="Prefix">The beginning of its rules: <c>response-property</c>.</param>
/// <param name="Where">For a person: <c>GET /api/aurora/ → 200 → [] → status</c>.</param>
/// <param name="Subject">What has its type in C#: <c>property `AuroraFlow.Duration`</c>; null where nothing has.</param>
/// <param name="Inline">What the generator calls the type if the document does not name it.</param>
/// <param name="Slot">How the type becomes nullable.</param>
/// <param name="WasRequired">Whether it had to be there.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
internal sealed record SchemaPlace(string Prefix, string Where, string? Subject, InlineNames Inline, Slot Slot, bool WasRequired, bool IsRequired)
{
    public bool IsRequest => Prefix.StartsWith("request", StringComparison.Ordinal);

    public bool IsHeader => Prefix == "response-header";

    public bool IsProperty => Slot == Slot.Property;

    private string Nested => IsHeader ? Prefix : IsRequest ? "request-property" : "response-property";

    public SchemaPlace Property(string name, string owner, string member, bool wasRequired, bool isRequired) => new(
        Nested, $"{Where} → {name}", Subject is null ? null : $"property `{owner}.{member}`",
        new InlineNames(CSharpNames.Pascal(name), owner + CSharpNames.Pascal(name)), Slot.Property, wasRequired, isRequired);

    /// <summary>What C# calls the class that a schema is here.</summary>
    public string ClassOf(Schema schema) => schema.Name is { } name ? CSharpNames.Type(name) : Inline.Class;

    /// <summary>What C# calls the enum that a schema is here.</summary>
    public string EnumOf(Schema schema) => schema.Name is { } name ? CSharpNames.Type(name) : Inline.Enum;

    public SchemaPlace Items() => this with
    {
        Prefix = Prefix == "request-parameter" ? Prefix : Nested,
        Where = $"{Where} → []",
        Subject = Subject is null ? null : $"items of {Subject}",
        Slot = Slot.Item,
    };

    public SchemaPlace Values() => Items() with { Where = $"{Where} → {{}}", Subject = Subject is null ? null : $"values of {Subject}" };

    /// <summary>One of several schemas that make a type together: which type, the generator decides.</summary>
    /// <param name="kind">How they make it.</param>
    /// <param name="owner">The class that has the properties of each.</param>
    public SchemaPlace Branch(string kind, string owner) => this with { Where = $"{Where} ({kind})", Slot = Slot.Nothing, Inline = InlineNames.Both(owner) };

    /// <summary>What has the type, or a list or a dictionary of it: no new place is met by going round in it.</summary>
    public string Root => (Subject ?? Where).Split(" of ")[^1];

    /// <summary>The rule of this name for this place, or the nearest that there is.</summary>
    public string Rule(string suffix)
    {
        if (RuleCatalog.Has($"{Prefix}-{suffix}"))
            return $"{Prefix}-{suffix}";
        return RuleCatalog.Has($"{Nested}-{suffix}") ? $"{Nested}-{suffix}" : "constraint-changed";
    }

    /// <summary>What becomes of the type in C#.</summary>
    public CSharpEffect TypeEffect(Side old, Schema? was, Side current, Schema? now)
    {
        if (Subject is null || Slot == Slot.Nothing)
            return CSharpEffect.None;
        var (oldType, currentType) = Types(old, was, current, now);
        if (oldType == currentType && was is not null && now is not null && CSharpTypes.IsEnumOfNumbers(was) != CSharpTypes.IsEnumOfNumbers(now) && CSharpTypes.IsEnum(now))
            return CSharpEffect.Breaks($"type `{EnumOf(now)}` becomes an enum of {(CSharpTypes.IsEnumOfNumbers(now) ? "numbers" : "texts")}");
        return CSharpEffect.Type(Subject, oldType, currentType);
    }

    public (string Old, string Current) Types(Side old, Schema? was, Side current, Schema? now) => (TypeIn(old, was, WasRequired), TypeIn(current, now, IsRequired));

    private string TypeIn(Side side, Schema? schema, bool isRequired) => Slot switch
    {
        Slot.Property when schema is not null => side.Types.OfProperty(schema, Inline, isRequired),
        Slot.Parameter => side.Types.OfParameter(schema, Inline, isRequired),
        Slot.Result => side.Types.OfResult(schema, Inline),
        _ => side.Types.Of(schema, Inline),
    };
}
