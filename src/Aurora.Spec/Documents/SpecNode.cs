using System.Diagnostics;

namespace Aurora.Spec.Documents;

/// <summary>One node of a document, which knows where it stands. It never changes once the document is read.</summary>
[DebuggerDisplay("{Pointer,nq} {Kind}: {Text,nq}")]
internal sealed class SpecNode(SpecNode? parent, string name, SpecNodeKind kind, int line)
{
    private readonly List<SpecNode> _children = [];
    private Dictionary<string, SpecNode>? _byName;

    public SpecNode? Parent => parent;

    /// <summary>The key in a mapping, the index in a sequence, empty for the root.</summary>
    public string Name => name;

    public SpecNodeKind Kind => kind;

    /// <summary>The line of the text, from 1: of the key in a mapping, of the item in a sequence.</summary>
    public int Line => line;

    /// <summary>The text of a scalar as written, without its quotes; empty for a mapping or a sequence.</summary>
    public string Text { get; init; } = "";

    /// <summary>The values of a mapping or the items of a sequence, in their order.</summary>
    public IReadOnlyList<SpecNode> Children => _children;

    public bool IsScalar => kind is not (SpecNodeKind.Mapping or SpecNodeKind.Sequence);

    /// <summary>Where the node stands: a JSON pointer (RFC 6901) as the fragment of an address, <c>#/info/title</c>.</summary>
    public string Pointer => parent is null ? "#" : $"{parent.Pointer}/{JsonPointer.Escape(name)}";

    /// <summary>The value at this key, or null.</summary>
    public SpecNode? this[string key] => kind == SpecNodeKind.Mapping && _byName is not null ? _byName.GetValueOrDefault(key) : null;

    /// <summary>The node down these keys, or null.</summary>
    public SpecNode? At(params ReadOnlySpan<string> keys)
    {
        var node = this;
        foreach (var key in keys)
            node = node?[key];
        return node;
    }

    /// <summary>Whether two nodes say the same, in whatever order their keys stand.</summary>
    public static bool SameValue(SpecNode? one, SpecNode? other)
    {
        if (one is null || other is null)
            return ReferenceEquals(one, other);
        if (one.Kind != other.Kind || one.Children.Count != other.Children.Count)
            return false;
        return one.Kind switch
        {
            SpecNodeKind.Mapping => one.Children.All(child => SameValue(child, other[child.Name])),
            SpecNodeKind.Sequence => one.Children.Zip(other.Children).All(pair => SameValue(pair.First, pair.Second)),
            SpecNodeKind.Number => SpecNumber.Same(one.Text, other.Text),
            SpecNodeKind.Null => true,
            SpecNodeKind.Boolean => string.Equals(one.Text, other.Text, StringComparison.OrdinalIgnoreCase),
            _ => one.Text == other.Text,
        };
    }

    /// <returns>The child of that name that was there before, which then stays, or null.</returns>
    internal SpecNode? Add(SpecNode child)
    {
        if (kind == SpecNodeKind.Mapping)
        {
            _byName ??= new Dictionary<string, SpecNode>(StringComparer.Ordinal);
            if (!_byName.TryAdd(child.Name, child))
                return _byName[child.Name];
        }

        _children.Add(child);
        return null;
    }
}
