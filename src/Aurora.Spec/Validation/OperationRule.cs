using Aurora.Spec.Documents;

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
