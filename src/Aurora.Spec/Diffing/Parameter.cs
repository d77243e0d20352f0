using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>One parameter of an operation.</summary>
/// <param name="Side">The document.</param>
/// <param name="Site">Where the operation has it, or refers to it.</param>
/// <param name="Node">What it is.</param>
internal sealed record Parameter(Side Side, SpecNode Site, SpecNode Node)
{
    public string Name => Node["name"]?.Text ?? "";

    public string In => Node["in"]?.Text ?? "";

    public bool IsRequired => Node["required"]?.Text == "true" || In == "path";

    public SpecNode? SchemaNode => Node["schema"] ?? (Node["content"] is { Children: [var form, ..] } ? form["schema"] : null);

    public string Type => Side.Types.OfParameter(Side.SchemaOf(SchemaNode), InlineNames.Both(CSharpNames.Pascal(Name)), IsRequired);

    /// <summary>In words, the type that comes and goes with the parameter, because the document does not name it; else nothing.</summary>
    public string InlineType => Side.SchemaOf(SchemaNode) is { Name: null } schema && CSharpTypes.HasType(schema) ? $", with type `{CSharpNames.Pascal(Name)}`" : "";

    public string CSharpName => CSharpNames.Parameter(Name);

    /// <summary>How several values are written, by the defaults of the specification where the document is silent.</summary>
    public string Style => Node["style"]?.Text ?? (In is "query" or "cookie" ? "form" : "simple");

    public bool Explodes => Node["explode"] is { } explode ? explode.Text == "true" : Style == "form";

    /// <summary>Whether it can hold several values, so that style and explode matter.</summary>
    public bool HoldsSeveral => Side.SchemaOf(SchemaNode)?.Type is "array" or "object";
}
