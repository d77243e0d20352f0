using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>One operation of one document.</summary>
internal sealed class Operation(Side side, SpecNode path, SpecNode node)
{
    public Side Side => side;

    public SpecNode Node => node;

    public SpecNode Path => path;

    public string Method => node.Name;

    public string Title => $"{node.Name.ToUpperInvariant()} {path.Name}";

    public string Id => node["operationId"]?.Text ?? "";

    /// <summary>The operation's own security requirements, or those of the document.</summary>
    public SpecNode? Security => node["security"] ?? side.Root["security"];

    /// <summary>The operation's own parameters, and those of its path that it does not replace.</summary>
    public IReadOnlyList<Parameter> Parameters { get; } =
    [
        .. ParametersIn(side, node).Concat(ParametersIn(side, side.Resolve(path) ?? path))
            .DistinctBy(parameter => (parameter.In, parameter.Name)),
    ];

    private static IEnumerable<Parameter> ParametersIn(Side side, SpecNode holder) =>
        holder["parameters"]?.Children.Select(site => new Parameter(side, site, side.Resolve(site) ?? site)) ?? [];
}
