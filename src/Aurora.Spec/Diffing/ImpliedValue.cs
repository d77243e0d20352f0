using Aurora.Spec.Validation;

namespace Aurora.Spec.Diffing;

/// <summary>The values that apply where a document does not state them, so that writing one out changes nothing.</summary>
internal static class ImpliedValue
{
    private static readonly HashSet<string> FalseByDefault =
    [
        "allowEmptyValue", "allowReserved", "deprecated", "exclusiveMaximum", "exclusiveMinimum", "nullable", "readOnly", "required", "uniqueItems", "writeOnly",
    ];

    private static readonly HashSet<string> ZeroByDefault = ["minItems", "minLength", "minProperties"];

    private static readonly HashSet<string> EmptyByDefault = ["allOf", "parameters", "required", "servers", "tags"];

    /// <summary>Returns whether two nodes have the same value, where a missing one has the implied value.</summary>
    public static bool AreSame(SpecNode? old, SpecNode? current) =>
        SpecNode.SameValue(old, current) || ((old is null || IsImplied(old)) && (current is null || IsImplied(current)));

    private static bool IsImplied(SpecNode node) => !IsNameOrData(node) && node.Kind switch
    {
        SpecNodeKind.Boolean => (node.Text == "false" && FalseByDefault.Contains(node.Name)) || (node.Text == "true" && node.Name == "additionalProperties"),
        SpecNodeKind.Number => ZeroByDefault.Contains(node.Name) && SpecNumber.Same(node.Text, "0"),
        SpecNodeKind.Mapping => node.Children.Count == 0 && node.Name == "additionalProperties",
        SpecNodeKind.Sequence => node.Children.Count == 0 && EmptyByDefault.Contains(node.Name),
        SpecNodeKind.Text => IsDefaultStyle(node),
        _ => false,
    };

    private static bool IsDefaultStyle(SpecNode node) =>
        node.Name == "style" && node.Text == (node.Parent?["in"]?.Text is "query" or "cookie" ? "form" : "simple");

    private static bool IsNameOrData(SpecNode node) => SpecContext.HoldsNames(node.Parent) || node.SelfAndAncestors().Any(SpecContext.IsData);
}
