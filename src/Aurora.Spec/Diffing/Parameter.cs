using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>One parameter of an operation.</summary>
/// <param name="Side">The document.</param>
/// <param name="Site">The node in the operation, which can be a reference.</param>
/// <param name="Node">The resolved node.</param>
internal sealed record Parameter(Side Side, SpecNode Site, SpecNode Node)
{
    public string Name => Node["name"]?.Text ?? "";

    public string In => Node["in"]?.Text ?? "";

    public bool IsRequired => Node["required"]?.Text == "true" || In == "path";

    public SpecNode? SchemaNode => Node["schema"] ?? (Node["content"] is { Children: [var form, ..] } ? form["schema"] : null);

    /// <summary>How several values are serialized; the default depends on the location.</summary>
    public string Style => Node["style"]?.Text ?? (In is "query" or "cookie" ? "form" : "simple");

    public bool Explodes => Node["explode"] is { } explode ? explode.Text == "true" : Style == "form";

    /// <summary>Whether the parameter can hold several values, so that style and explode matter.</summary>
    public bool HoldsSeveral => Side.SchemaOf(SchemaNode)?.Type is "array" or "object";
}
