using Aurora.Spec.Documents;

namespace Aurora.Spec.Sources;

/// <summary>
/// Makes one document of several: the vendor has a page for each operation. Paths, components and tags are united, in the order
/// in which they come; all else has to be the same in each. Comments are lost, unless there is one document only: it stays word for word.
/// </summary>
internal static class DocumentMerger
{
    /// <exception cref="SpecException">The documents contradict each other: every place at which they do is named.</exception>
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
            : throw new InvalidOperationException("The merged document does not read as it was written.");
    }

    private static SpecException Refuse(IReadOnlyList<SpecDocument> documents, IReadOnlyList<MergeConflict> conflicts) => new(
    [
        $"{NamesOf(documents)}: they contradict each other at {conflicts.Count} {(conflicts.Count == 1 ? "place" : "places")}.",
        .. conflicts.SelectMany(conflict => conflict.Lines),
        "Fetch all of them anew, so that they are of one day. If they still differ, ask the vendor which is right, and leave the other out.",
    ]);

    private static string NamesOf(IEnumerable<SpecDocument> documents) => string.Join(" + ", documents.Select(document => document.Name));
}
