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
    public static IEnumerable<SpecNode> WordsOf(SpecDocument document) =>
        document.Root.Descendants(IsData).Where(node => node.Parent is { Kind: SpecNodeKind.Mapping } parent && !HoldsNames(parent));
}

/// <summary>Finds the operations of a document.</summary>
internal static class SpecOperations
{
    /// <summary>The keys of a path that are operations, in the order of the specification.</summary>
    public static readonly IReadOnlyList<string> Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IEnumerable<SpecNode> Of(SpecDocument document) => document.Root["paths"]?.Children.SelectMany(path => Of(document, path)) ?? [];

    public static IEnumerable<SpecNode> Of(SpecDocument document, SpecNode path) =>
        document.Resolve(path)?.Children.Where(child => IsMethod(child.Name) && child.Kind == SpecNodeKind.Mapping) ?? [];

    public static bool IsMethod(string name) => Methods.Contains(name);
}
