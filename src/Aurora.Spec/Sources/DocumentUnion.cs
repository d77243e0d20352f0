using Aurora.Spec.Documents;

namespace Aurora.Spec.Sources;

/// <summary>Builds the tree of several documents, and collects where they disagree.</summary>
internal sealed class DocumentUnion(IReadOnlyList<SpecDocument> documents)
{
    // #/paths/<path>/<method> and #/components/<kind>/<name> are united; below, both sides have to agree.
    private const int LevelsUnited = 2;

    private readonly List<MergeConflict> _conflicts = [];

    public IReadOnlyList<MergeConflict> Conflicts => _conflicts;

    public SpecNode Build()
    {
        var root = new SpecNode(null, "", SpecNodeKind.Mapping, 1);
        foreach (var name in Names(documents.Select(document => document.Root)))
        {
            var sides = documents.Where(document => document.Root[name] is not null).Select(document => new Side(document, document.Root[name]!)).ToList();
            if (name == "tags" && sides.All(side => side.Node.Kind == SpecNodeKind.Sequence))
                UniteTags(root, name, sides);
            else
                Unite(root, name, sides, name is "paths" or "components" ? LevelsUnited : 0);
        }

        return root;
    }

    private void Unite(SpecNode parent, string name, List<Side> sides, int levels)
    {
        if (levels == 0 || sides.Any(side => side.Node.Kind != SpecNodeKind.Mapping))
        {
            foreach (var other in sides.Skip(1).Where(side => !SpecNode.SameValue(side.Node, sides[0].Node)))
                _conflicts.Add(new MergeConflict(sides[0].Document, sides[0].Node, other.Document, other.Node));
            Copy(parent, name, sides[0].Node);
            return;
        }

        var mapping = new SpecNode(parent, name, SpecNodeKind.Mapping, 1);
        parent.Add(mapping);
        foreach (var key in Names(sides.Select(side => side.Node)))
            Unite(mapping, key, [.. sides.Where(side => side.Node[key] is not null).Select(side => side with { Node = side.Node[key]! })], levels - 1);
    }

    private void UniteTags(SpecNode parent, string name, List<Side> sides)
    {
        var list = new SpecNode(parent, name, SpecNodeKind.Sequence, 1);
        parent.Add(list);
        foreach (var group in sides.SelectMany(side => side.Node.Children.Select(tag => side with { Node = tag })).GroupBy(side => side.Node["name"]?.Text ?? side.Node.Text))
            Unite(list, $"{list.Children.Count}", [.. group], 0);
    }

    private static IEnumerable<string> Names(IEnumerable<SpecNode> mappings) => mappings.SelectMany(mapping => mapping.Children).Select(child => child.Name).Distinct(StringComparer.Ordinal);

    private static void Copy(SpecNode parent, string name, SpecNode node)
    {
        var copy = new SpecNode(parent, name, node.Kind, 1) { Text = node.Text };
        parent.Add(copy);
        foreach (var child in node.Children)
            Copy(copy, child.Name, child);
    }

    private sealed record Side(SpecDocument Document, SpecNode Node);
}
