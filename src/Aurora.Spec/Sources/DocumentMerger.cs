using Aurora.Spec.Documents;

namespace Aurora.Spec.Sources;

/// <summary>
/// Merges several documents, because the vendor publishes a page for each operation. Paths, components and tags are combined in the
/// order of the documents; everything else must be the same in all of them. Comments are lost, but a single document stays unchanged.
/// </summary>
internal static class DocumentMerger
{
    /// <exception cref="SpecException">The documents contradict each other. The message lists every contradiction.</exception>
    public static SpecDocument Merge(IReadOnlyList<SpecDocument> documents)
    {
        if (documents is [var only])
            return only;

        var union = new DocumentUnion(documents[0]);
        foreach (var document in documents.Skip(1))
            union.Add(document);
        if (union.Conflicts.Count > 0)
            throw Refuse(documents, union.Conflicts);

        var text = YamlText.Of(union.Root);
        var merged = SpecDocument.Parse(NamesOf(documents), text);
        return SpecNode.SameValue(merged.Root, union.Root)
            ? merged
            : throw new InvalidOperationException("The merged document does not parse to the nodes that were written.");
    }

    private static SpecException Refuse(IReadOnlyList<SpecDocument> documents, IReadOnlyList<MergeConflict> conflicts) => new(
    [
        $"{NamesOf(documents)}: the documents contradict each other in {conflicts.Count} {(conflicts.Count == 1 ? "place" : "places")}.",
        .. conflicts.SelectMany(conflict => conflict.Lines),
        "Fetch all of them again on the same day. If they still differ, ask the vendor which one is right, and omit the other.",
    ]);

    private static string NamesOf(IEnumerable<SpecDocument> documents) => string.Join(" + ", documents.Select(document => document.Name));
}
