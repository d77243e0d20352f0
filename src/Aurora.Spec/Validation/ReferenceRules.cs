using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>Every <c>$ref</c> leads to something in the document itself.</summary>
internal sealed class ReferenceRules(SpecDocument document)
{
    public IEnumerable<Finding> Findings() => Findings(document.Root);

    private IEnumerable<Finding> Findings(SpecNode node)
    {
        // What stands in an example is not ours to follow.
        if (node.Name is "example" or "examples" && node.Parent?.Name != "properties")
            yield break;
        if (node["$ref"] is { Kind: SpecNodeKind.Text } reference && node.Name != "properties")
        {
            if (!reference.Text.StartsWith('#'))
                yield return new Finding(reference, $"'{reference.Text}' leads out of the document. All that it needs has to stand in it.");
            else if (document.Resolve(node) is null)
                yield return new Finding(reference, $"'{reference.Text}' leads nowhere.");
        }

        foreach (var child in node.Children)
        {
            foreach (var finding in Findings(child))
                yield return finding;
        }
    }
}
