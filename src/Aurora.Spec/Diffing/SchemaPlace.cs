using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>Where a schema is met, on the wire and in C#.</summary>
/// <param name="Prefix">The beginning of its rules: <c>response-property</c>.</param>
/// <param name="Where">For a person: <c>GET /api/aurora/ → 200 → [] → status</c>.</param>
/// <param name="Subject">What has its type in C#: <c>property `AuroraFlow.Duration`</c>; null where nothing has.</param>
/// <param name="InlineName">What the generator calls the type if the document does not name it.</param>
/// <param name="Slot">How the type becomes nullable.</param>
/// <param name="WasRequired">Whether it had to be there.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
internal sealed record SchemaPlace(string Prefix, string Where, string? Subject, string InlineName, Slot Slot, bool WasRequired, bool IsRequired)
{
    public bool IsRequest => Prefix.StartsWith("request", StringComparison.Ordinal);

    public bool IsHeader => Prefix == "response-header";

    public bool IsProperty => Slot == Slot.Property;

    private string Nested => IsHeader ? Prefix : IsRequest ? "request-property" : "response-property";

    public SchemaPlace Property(string name, string owner, bool wasRequired, bool isRequired) => new(
        Nested, $"{Where} → {name}", Subject is null ? null : $"property `{owner}.{CSharpNames.Member(name)}`",
        owner + CSharpNames.Pascal(name), Slot.Property, wasRequired, isRequired);

    public SchemaPlace Items() => this with
    {
        Prefix = Prefix == "request-parameter" ? Prefix : Nested,
        Where = $"{Where} → []",
        Subject = Subject is null ? null : $"items of {Subject}",
        Slot = Slot.Item,
    };

    public SchemaPlace Values() => Items() with { Where = $"{Where} → {{}}", Subject = Subject is null ? null : $"values of {Subject}" };

    /// <summary>One of several schemas that make a type together: which type, the generator decides.</summary>
    public SchemaPlace Branch(string kind) => this with { Where = $"{Where} ({kind})", Slot = Slot.Nothing };

    /// <summary>The rule of this name for this place, or the nearest that there is.</summary>
    public string Rule(string suffix)
    {
        if (RuleCatalog.Has($"{Prefix}-{suffix}"))
            return $"{Prefix}-{suffix}";
        return RuleCatalog.Has($"{Nested}-{suffix}") ? $"{Nested}-{suffix}" : "constraint-changed";
    }

    /// <summary>What becomes of the type in C#.</summary>
    public CSharpEffect TypeEffect(Side old, Schema? was, Side current, Schema? now) => Subject is null || Slot == Slot.Nothing
        ? CSharpEffect.None
        : CSharpEffect.Type(Subject, TypeIn(old, was, WasRequired), TypeIn(current, now, IsRequired));

    private string TypeIn(Side side, Schema? schema, bool isRequired) => Slot switch
    {
        Slot.Property when schema is not null => side.Types.OfProperty(schema, InlineName, isRequired),
        Slot.Parameter => side.Types.OfParameter(schema, InlineName, isRequired),
        Slot.Result => side.Types.OfResult(schema, InlineName),
        _ => side.Types.Of(schema, InlineName),
    };
}
