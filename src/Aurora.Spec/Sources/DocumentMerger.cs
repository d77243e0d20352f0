using Aurora.Spec.Documents;

namespace Aurora.Spec.Sources;

/// <summary>
/// Several documents in one, for the vendor publishes a page an operation: their paths, components and tags are united, and in
/// all else they have to agree.
/// </summary>
internal static class DocumentMerger
{
    /// <returns>The one document as it is, word for word; or a new one with all that the several hold.</returns>
    /// <exception cref="SpecException">Two say different things of the same. Every such pair is shown, with both sides.</exception>
    public static SpecDocument Merge(IReadOnlyList<SpecDocument> documents)
    {
        if (documents is [var only])
            return only;
        var union = new DocumentUnion(documents);
        var root = union.Build();
        if (union.Conflicts.Count > 0)
            throw new SpecException([.. union.Conflicts.SelectMany(conflict => conflict.Lines()), "The documents are of different ages, or the vendor's pages disagree. Fetch all of them again; where they still disagree, ask the vendor."]);

        var name = string.Join(" + ", documents.Select(document => document.Name));
        var merged = SpecDocument.Parse(name, YamlWriter.Write(root));
        return SpecNode.SameValue(merged.Root, root)
            ? merged
            : throw new SpecException($"{name}: what was written is not what was read.", "This is a mistake of this tool. Merge the documents by hand.");
    }
}
