using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

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
