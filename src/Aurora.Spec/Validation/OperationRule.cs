namespace Aurora.Spec.Validation;

/// <summary>Checks that the document has an operation, and that each has a unique operationId, because the C# methods are named after it.</summary>
internal static class OperationRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document)
    {
        var operations = SpecOperations.Of(document).ToList();
        if (operations.Count == 0)
            yield return Finding.At(document.Root, "#/paths", "the document has no operations.");

        var firsts = new Dictionary<string, SpecNode>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            var id = operation["operationId"];
            if (string.IsNullOrWhiteSpace(id?.Text))
                yield return Finding.At(operation, "the operation has no operationId, which is required for the name of its method.");
            else if (!firsts.TryAdd(id.Text, id))
                yield return Finding.At(id, $"the operationId '{id.Text}' is already used in line {firsts[id.Text].Line}.");
        }
    }
}

/// <summary>Checks that every security requirement names an existing scheme.</summary>
internal static class SecurityRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document) =>
        from holder in SpecOperations.Of(document).Prepend(document.Root)
        from requirement in holder["security"]?.Children ?? []
        from scheme in requirement.Children
        where document.Root.At("components", "securitySchemes", scheme.Name) is null
        select Finding.At(scheme, $"the security scheme '{scheme.Name}' does not exist.");
}

/// <summary>Checks that every name in the braces of a path is declared as a path parameter, and the reverse.</summary>
internal static partial class PathParameterRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document)
    {
        foreach (var path in document.Root["paths"]?.Children ?? [])
        {
            var names = Braces().Matches(path.Name).Select(match => match.Groups[1].Value).ToHashSet();
            var shared = Declared(document, document.Resolve(path)).ToList();
            foreach (var operation in SpecOperations.Of(document, path))
            {
                var declared = shared.Concat(Declared(document, operation)).ToList();
                foreach (var name in names.Where(name => declared.TrueForAll(parameter => parameter.Name != name)))
                    yield return Finding.At(operation, $"the path contains '{{{name}}}', but no path parameter declares it.");
                foreach (var (name, node) in declared.Where(parameter => !names.Contains(parameter.Name)))
                    yield return Finding.At(node, $"the path parameter '{name}' is not in the path '{path.Name}'.");
            }
        }
    }

    private static IEnumerable<(string Name, SpecNode Node)> Declared(SpecDocument document, SpecNode? holder) =>
        from node in holder?["parameters"]?.Children ?? []
        let parameter = document.Resolve(node)
        where parameter?["in"]?.Text == "path"
        select (parameter["name"]?.Text ?? "", node["in"] ?? node);

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Braces();
}
