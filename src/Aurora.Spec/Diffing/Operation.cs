using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>One operation of one document.</summary>
internal sealed class Operation(Side side, SpecNode path, SpecNode node)
{
    public Side Side => side;

    public SpecNode Node => node;

    public SpecNode Path => path;

    public string Title => $"{node.Name.ToUpperInvariant()} {path.Name}";

    public string Id => node["operationId"]?.Text ?? "";

    /// <summary>The method that the generator writes.</summary>
    public string Method => CSharpNames.Method(Id);

    /// <summary>The method that callers see.</summary>
    public string PublicMethod => CSharpNames.PublicMethod(Id);

    /// <summary>What is said where a signature changes: of the generated method, and of the one that is written by hand upon it.</summary>
    public string Subject => CSharpNames.IsFinishedByHand(Id) ? $"method `{PublicMethod}` (generated as `{Method}`)" : $"method `{Method}`";

    /// <summary>The operation's own parameters, and those of its path that it does not replace.</summary>
    public IReadOnlyList<Parameter> Parameters =>
    [
        .. ParametersIn(node).Concat(ParametersIn(side.Resolve(path) ?? path))
            .DistinctBy(parameter => (parameter.In, parameter.Name)),
    ];

    /// <summary>What the API asks for before it answers: the operation's own, or else everyone's.</summary>
    public SpecNode? Security => node["security"];

    private IEnumerable<Parameter> ParametersIn(SpecNode holder) =>
        holder["parameters"]?.Children.Select(site => new Parameter(side, site, side.Resolve(site) ?? site)) ?? [];
}
