namespace Aurora.Spec.Diffing;

/// <summary>One operation of one document.</summary>
internal sealed class Operation(SpecDocument document, SpecNode path, SpecNode node)
{
    public SpecDocument Document => document;

    public SpecNode Node => node;

    public SpecNode Path => path;

    public string Method => node.Name;

    public string Title => $"{node.Name.ToUpperInvariant()} {path.Name}";

    public string Id => node["operationId"]?.Text ?? "";

    /// <summary>The operation's own security requirements, or those of the document.</summary>
    public SpecNode? Security => node["security"] ?? document.Root["security"];

    /// <summary>The operation's own parameters, and those of its path that it does not replace.</summary>
    public IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. ParametersIn(document, node).Concat(ParametersIn(document, document.Resolve(path) ?? path))
            .DistinctBy(parameter => (parameter.In, parameter.Name)),
    ];

    private static IEnumerable<Parameter> ParametersIn(SpecDocument document, SpecNode holder) =>
        holder["parameters"]?.Children.Select(site => new Parameter(document, site, document.Resolve(site) ?? site)) ?? [];
}

/// <summary>One parameter of an operation.</summary>
/// <param name="Site">The node in the operation, which can be a reference.</param>
internal sealed record Parameter(SpecDocument Document, SpecNode Site, SpecNode Node)
{
    public string Name => Node["name"]?.Text ?? "";

    public string In => Node["in"]?.Text ?? "";

    public bool IsRequired => Node["required"]?.Text == "true" || In == "path";

    public SpecNode? SchemaNode => Node["schema"] ?? (Node["content"] is { Children: [var form, ..] } ? form["schema"] : null);

    /// <summary>How several values are serialized; the default depends on the location.</summary>
    public string Style => Node["style"]?.Text ?? (In is "query" or "cookie" ? "form" : "simple");

    public bool Explodes => Node["explode"] is { } explode ? explode.Text == "true" : Style == "form";

    /// <summary>Whether the parameter can hold several values, so that style and explode matter.</summary>
    public bool HoldsSeveral => Document.SchemaOf(SchemaNode)?.Type is "array" or "object";
}
