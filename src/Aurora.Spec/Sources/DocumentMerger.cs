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

/// <summary>A contradiction between two documents.</summary>
internal sealed record MergeConflict(string Pointer, MergeSide First, MergeSide Second)
{
    public IEnumerable<string> Lines => [$"{Pointer}:", .. First.Lines, .. Second.Lines];
}

/// <summary>The content of one document in a conflict.</summary>
/// <param name="Line">The line of the node, or of the mapping that does not contain it.</param>
/// <param name="Node">The node, or null if the document does not contain it.</param>
internal sealed record MergeSide(string Source, int Line, SpecNode? Node)
{
    private const int MostLines = 4;
    private const int MostColumns = 120;

    /// <summary>The first lines of the node's YAML.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            if (Node is null)
                return [$"  {Source}:{Line}: missing"];
            var lines = YamlText.Of(Node).TrimEnd('\n').Split('\n');
            if (lines.Length == 1)
                return [$"  {Source}:{Line}: {Cut(lines[0])}"];
            var more = lines.Length > MostLines ? [$"    … and {lines.Length - MostLines} more lines"] : Array.Empty<string>();
            return [$"  {Source}:{Line}:", .. lines.Take(MostLines).Select(line => $"    {Cut(line)}"), .. more];
        }
    }

    private static string Cut(string line) => line.Length > MostColumns ? line[..MostColumns] + "…" : line;
}
