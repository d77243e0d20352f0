using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>Distinguishes the keys of OpenAPI from the names and values that a document chooses.</summary>
internal static class SpecContext
{
    private static readonly HashSet<string> MapsOfNames =
    [
        "paths", "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links", "callbacks",
        "properties", "content", "encoding", "variables", "mapping", "scopes",
    ];

    /// <summary>Returns whether the keys of the mapping are names: a property can be called <c>default</c> or <c>properties</c>.</summary>
    public static bool HoldsNames(SpecNode? node) =>
        node is { Kind: SpecNodeKind.Mapping, Parent: { } parent } && MapsOfNames.Contains(node.Name)
        && parent.Kind == SpecNodeKind.Mapping && !HoldsNames(parent);

    /// <summary>Returns whether the node is a value of the API or of an extension, which contains no keys of OpenAPI.</summary>
    public static bool IsData(SpecNode node)
    {
        if (node.Parent is not { Kind: SpecNodeKind.Mapping } parent || HoldsNames(parent))
            return false;
        return node.Name is "example" or "default" or "enum"
            || node.Name.StartsWith("x-", StringComparison.Ordinal)
            || (node.Name == "value" && parent.Parent is { Name: "examples" } examples && HoldsNames(examples));
    }

    /// <summary>Returns the nodes whose names are keys of OpenAPI, in the order of the text.</summary>
    public static IEnumerable<SpecNode> WordsOf(SpecDocument document)
    {
        var open = new Stack<SpecNode>([document.Root]);
        while (open.TryPop(out var next))
        {
            if (next.Parent is { Kind: SpecNodeKind.Mapping } parent && !HoldsNames(parent))
                yield return next;
            foreach (var child in next.Children.Reverse().Where(child => !IsData(child)))
                open.Push(child);
        }
    }
}
