using Aurora.Spec.Documents;

namespace Aurora.Spec.Validation;

/// <summary>Every <c>$ref</c> leads to something, and stays in the document: one file is the source of every generated line.</summary>
internal static class ReferenceRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document)
    {
        foreach (var reference in SpecContext.WordsOf(document).Where(node => node is { Name: "$ref", Kind: SpecNodeKind.Text }))
        {
            if (!reference.Text.StartsWith('#'))
                yield return Finding.At(reference, $"'{reference.Text}' leads out of the document, which has to be whole.");
            else if (JsonPointer.Find(document.Root, reference.Text) is not { } target)
                yield return Finding.At(reference, $"'{reference.Text}' leads nowhere.");
            else if (document.Resolve(target) is null && JsonPointer.Find(document.Root, target["$ref"]!.Text) is not null)
                yield return Finding.At(reference, $"'{reference.Text}' leads in a circle, or to a reference that leads nowhere.");
        }
    }
}
