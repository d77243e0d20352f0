namespace Aurora.Spec.Sources;

/// <summary>A document to which others are added. A node that contradicts an earlier document is recorded as a conflict instead.</summary>
internal sealed class DocumentUnion
{
    // On a path, these apply to every operation, so merging would apply them to the operations of the other document too.
    private static readonly string[] SharedByOperations = ["parameters", "servers", "$ref"];

    private readonly Dictionary<SpecNode, SpecDocument> _documents = [];
    private readonly List<MergeConflict> _conflicts = [];

    public DocumentUnion(SpecDocument first)
    {
        Root = new SpecNode(null, "", SpecNodeKind.Mapping, first.Root.Line);
        _documents[Root] = first;
        _documents[first.Root] = first;
        foreach (var child in first.Root.Children)
            Root.Add(Growing(child, Root, LevelsOf(child.Name)));
    }

    public SpecNode Root { get; }

    public IReadOnlyList<MergeConflict> Conflicts => [.. _conflicts, .. OperationIdConflicts()];

    public void Add(SpecDocument document)
    {
        _documents[document.Root] = document;
        foreach (var name in NamesOf(Root, document.Root))
        {
            if (name == "tags")
                UniteTags(document.Root);
            else
                Unite(Root, document.Root, name, LevelsOf(name));
        }
    }

    // The number of levels that are merged. Everything below them must be the same.
    private static int LevelsOf(string name) => name switch
    {
        "paths" or "components" => 2,
        "tags" => 1,
        _ => 0,
    };

    private static List<string> NamesOf(SpecNode one, SpecNode other) =>
        [.. one.Children.Concat(other.Children).Select(child => child.Name).Distinct()];

    /// <summary>Returns the node itself, or a copy of its upper levels to which children can be added.</summary>
    private static SpecNode Growing(SpecNode node, SpecNode parent, int levels)
    {
        if (levels == 0 || node.IsScalar)
            return node;
        var copy = new SpecNode(parent, node.Name, node.Kind, node.Line);
        foreach (var child in node.Children)
            copy.Add(Growing(child, copy, levels - 1));
        return copy;
    }

    private void Unite(SpecNode holder, SpecNode otherHolder, string name, int levels)
    {
        var mine = holder[name];
        var added = otherHolder[name];
        if (mine is null || added is null)
        {
            var mustBeInBoth = holder == Root ? levels == 0 : holder.Parent?.Name == "paths" && SharedByOperations.Contains(name);
            if (mustBeInBoth)
                Conflict($"{holder.Pointer}/{JsonPointer.Escape(name)}", holder, mine, otherHolder, added);
            else if (added is not null)
                holder.Add(Growing(added, holder, levels));
        }
        else if (levels > 0 && mine.Kind == SpecNodeKind.Mapping && added.Kind == SpecNodeKind.Mapping)
        {
            foreach (var below in NamesOf(mine, added))
                Unite(mine, added, below, levels - 1);
        }
        else
        {
            Compare(mine, added);
        }
    }

    private void UniteTags(SpecNode otherRoot)
    {
        if (Root["tags"] is not { } mine || otherRoot["tags"] is not { } added)
        {
            Unite(Root, otherRoot, "tags", LevelsOf("tags"));
            return;
        }

        foreach (var tag in added.Children)
        {
            if (mine.Children.FirstOrDefault(known => known["name"]?.Text == tag["name"]?.Text) is { } same)
                Compare(same, tag);
            else
                mine.Add(tag);
        }
    }

    private void Compare(SpecNode mine, SpecNode added)
    {
        if (SpecNode.SameValue(mine, added))
            return;
        if (mine.Kind == SpecNodeKind.Mapping && added.Kind == SpecNodeKind.Mapping)
        {
            foreach (var name in NamesOf(mine, added))
            {
                if (mine[name] is { } one && added[name] is { } other)
                    Compare(one, other);
                else
                    Conflict($"{mine.Pointer}/{JsonPointer.Escape(name)}", mine, mine[name], added, added[name]);
            }
        }
        else
        {
            Conflict(mine.Pointer, mine, mine, added, added);
        }
    }

    private IEnumerable<MergeConflict> OperationIdConflicts() =>
        from operation in SpecOperations.Of(new SpecDocument("", "", Root))
        let id = operation["operationId"]
        where id is not null
        group id by id.Text into same
        where same.Count() > 1
        let first = same.First()
        from other in same.Skip(1)
        select new MergeConflict($"{other.Pointer} is the same as {first.Pointer}", SideOf(first, first), SideOf(other, other));

    private void Conflict(string pointer, SpecNode nearMine, SpecNode? mine, SpecNode nearAdded, SpecNode? added) =>
        _conflicts.Add(new MergeConflict(pointer, SideOf(nearMine, mine), SideOf(nearAdded, added)));

    private MergeSide SideOf(SpecNode near, SpecNode? node) =>
        new(_documents[(node ?? near).SelfAndAncestors().Last()].Name, (node ?? near).Line, node);
}
