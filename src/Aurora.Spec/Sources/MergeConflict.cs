using Aurora.Spec.Documents;

namespace Aurora.Spec.Sources;

/// <summary>Two documents that say different things of the same.</summary>
internal sealed record MergeConflict(SpecDocument One, SpecNode OneNode, SpecDocument Other, SpecNode OtherNode)
{
    private const int MostLines = 12;

    public IEnumerable<string> Lines() =>
    [
        $"{OneNode.Pointer}: the documents disagree.",
        .. Show(One, OneNode),
        .. Show(Other, OtherNode),
    ];

    // From the first line in which the two differ, and a line before it.
    private IEnumerable<string> Show(SpecDocument document, SpecNode node)
    {
        var lines = TextOf(node);
        var other = TextOf(ReferenceEquals(node, OneNode) ? OtherNode : OneNode);
        var start = Math.Max(0, lines.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count() - 1);
        return
        [
            $"  {document.PlaceOf(node)} says:",
            .. start > 0 ? ["    …"] : (string[])[],
            .. lines.Skip(start).Take(MostLines).Select(line => $"    {line}"),
            .. lines.Length > start + MostLines ? ["    …"] : (string[])[],
        ];
    }

    private static string[] TextOf(SpecNode node) => YamlWriter.Write(node).TrimEnd('\n').Split('\n');
}
