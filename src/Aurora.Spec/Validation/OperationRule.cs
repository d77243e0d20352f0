using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>There is at least one operation, and each has a unique operationId, from which its C# method gets its name.</summary>
internal static class OperationRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document)
    {
        var operations = SpecOperations.Of(document).ToList();
        if (operations.Count == 0)
            yield return Finding.At(document.Root, "#/paths", "there is no operation in the document.");

        var firsts = new Dictionary<string, SpecNode>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            var id = operation["operationId"];
            if (string.IsNullOrWhiteSpace(id?.Text))
                yield return Finding.At(operation, "the operation has no operationId, from which its method gets its name.");
            else if (!firsts.TryAdd(id.Text, id))
                yield return Finding.At(id, $"the operationId '{id.Text}' stands in line {firsts[id.Text].Line} already.");
        }
    }
}
