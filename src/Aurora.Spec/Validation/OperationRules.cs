using Aurora.Spec.Diffing;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>What a method is made from: an operation has a name of its own, and the parameters that its path has.</summary>
internal static class OperationRules
{
    public static IEnumerable<Finding> Findings(SpecDocument document)
    {
        var operations = PathsComparer.OperationsOf(new Side(document)).ToList();
        if (operations.Count == 0)
            return [new Finding(document.Root["paths"] ?? document.Root, "the document has no operation.")];
        return operations.SelectMany(operation => Findings(operation, operations));
    }

    private static IEnumerable<Finding> Findings(Operation operation, List<Operation> all)
    {
        if (operation.Id.Length == 0)
            yield return new Finding(operation.Node, "the operation has no operationId, from which the method has its name.");
        else if (all.First(other => other.Id == operation.Id) is var first && first.Node != operation.Node)
            yield return new Finding(operation.Node["operationId"]!, $"the operationId '{operation.Id}' is that of {first.Title} too.");

        var declared = operation.Parameters.Where(parameter => parameter.In == "path").Select(parameter => parameter.Name).ToHashSet();
        var named = PathsComparer.ParametersOf(operation.Path).ToHashSet();
        foreach (var missing in named.Except(declared))
            yield return new Finding(operation.Node, $"the path has a parameter '{missing}', which the operation does not declare.");
        foreach (var idle in declared.Except(named))
            yield return new Finding(operation.Node, $"the operation declares a path parameter '{idle}', which its path does not have.");
    }
}
