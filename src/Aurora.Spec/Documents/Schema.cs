namespace Aurora.Spec.Documents;

/// <summary>
/// A schema with its references resolved: each <c>$ref</c>, and each <c>allOf</c> with one schema, next to which a document writes
/// <c>nullable</c>, <c>default</c> or <c>description</c>. The value of a key comes from the outermost layer that has it.
/// </summary>
internal sealed class Schema
{
    private readonly List<SpecNode> _layers = [];

    private Schema(SpecDocument document, SpecNode site)
    {
        Document = document;
        Site = site;
        Name = ComponentName(site);
        for (var node = site; node is not null && !_layers.Contains(node);)
        {
            if (node["$ref"] is { } reference)
            {
                Reference = reference;
                node = document.Resolve(node);
                if (node is not null)
                    Name = ComponentName(node) ?? Name;
                continue;
            }

            _layers.Add(node);
            node = node["allOf"] is { Children: [var only] } && node["properties"] is null ? only : null;
        }
    }

    public SpecDocument Document { get; }

    /// <summary>Where the schema is written or referred to.</summary>
    public SpecNode Site { get; }

    /// <summary>The last <c>$ref</c> before the innermost layer, or null.</summary>
    public SpecNode? Reference { get; }

    /// <summary>The name of the component, or null for an inline schema.</summary>
    public string? Name { get; }

    /// <summary>The innermost layer, which defines the type. It is the site itself if a <c>$ref</c> has no target.</summary>
    public SpecNode Core => _layers.Count > 0 ? _layers[^1] : Site;

    public SpecNode? this[string key] => _layers.Select(layer => layer[key]).FirstOrDefault(value => value is not null);

    public bool IsNullable => Is("nullable");

    /// <summary>The type, declared or implied by other keys; empty for any type.</summary>
    public string Type => string.Join(" or ", Types);

    /// <summary>The types. OpenAPI 3.0 allows one, but documents contain lists as in 3.1.</summary>
    public IReadOnlyList<string> Types => this["type"] switch
    {
        { Kind: SpecNodeKind.Sequence } types => [.. types.Children.Select(type => type.Text)],
        { } type => [type.Text],
        null when this["properties"] is not null || this["additionalProperties"] is not null => ["object"],
        null when this["items"] is not null => ["array"],
        null => [],
    };

    public string Format => this["format"]?.Text ?? "";

    public static Schema? Of(SpecDocument document, SpecNode? site) => site is null ? null : new Schema(document, site);

    public bool Is(string key) => this[key] is { Kind: SpecNodeKind.Boolean } flag && flag.Text.Equals("true", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> Required => this["required"]?.Children.Select(item => item.Text) ?? [];

    public override string ToString() => (Type, Format, Name) switch
    {
        (_, _, { } name) => name,
        ("array", _, _) => "array",
        ("", _, _) => "any",
        (var type, "", _) => type,
        var (type, format, _) => $"{type} ({format})",
    };

    private static string? ComponentName(SpecNode node) =>
        node.Parent is { Name: "schemas", Parent: { Name: "components", Parent.Parent: null } } ? node.Name : null;
}
