namespace Aurora.Spec.Validation;

/// <summary>Checks that every <c>$ref</c> refers to something in the document, because one file is the source of every generated line.</summary>
internal static class ReferenceRule
{
    public static IEnumerable<Finding> Findings(SpecDocument document)
    {
        foreach (var reference in References(document))
        {
            if (IsExternal(reference))
                yield return Finding.At(reference, $"'{reference.Text}' refers to another document, but the document must be self-contained.");
            else if (JsonPointer.Find(document.Root, reference.Text) is not { } target)
                yield return Finding.At(reference, $"'{reference.Text}' has no target.");
            else if (document.Resolve(target) is null && JsonPointer.Find(document.Root, target["$ref"]!.Text) is not null)
                yield return Finding.At(reference, $"'{reference.Text}' is part of a cycle, or leads to a reference without a target.");
        }
    }

    /// <exception cref="SpecException">A reference leads to another file. Changes in that file would not be noticed.</exception>
    public static void EnsureSelfContained(SpecDocument document)
    {
        if (References(document).FirstOrDefault(IsExternal) is { } reference)
            throw new SpecException(
                $"{document.Name}:{reference.Line}: {reference.Pointer}: '{reference.Text}' refers to another file, which is not supported.",
                "Bundle the document into one file first, for example with: npx @redocly/cli bundle openapi.yaml");
    }

    private static IEnumerable<SpecNode> References(SpecDocument document) =>
        SpecContext.WordsOf(document).Where(node => node is { Name: "$ref", Kind: SpecNodeKind.Text });

    private static bool IsExternal(SpecNode reference) => !reference.Text.StartsWith('#');
}
