using System.Diagnostics;

namespace Aurora.Spec.Documents;

/// <summary>One node of a document, with its position. It does not change after the document has been read.</summary>
[DebuggerDisplay("{Pointer,nq} {Kind}: {Text,nq}")]
internal sealed class SpecNode(SpecNode? parent, string name, SpecNodeKind kind, int line)
{
    private readonly List<SpecNode> _children = [];
    private Dictionary<string, SpecNode>? _byName;

    public SpecNode? Parent => parent;

    /// <summary>The key in a mapping, or the index in a sequence; empty for the root.</summary>
    public string Name => name;

    public SpecNodeKind Kind => kind;

    /// <summary>The line of the key in a mapping, or of the item in a sequence. The first line is 1.</summary>
    public int Line => line;

    /// <summary>The text of a scalar as written, without its quotes; empty for a mapping or a sequence.</summary>
    public string Text { get; init; } = "";

    /// <summary>The values of a mapping or the items of a sequence, in the order of the text.</summary>
    public IReadOnlyList<SpecNode> Children => _children;

    public bool IsScalar => kind is not (SpecNodeKind.Mapping or SpecNodeKind.Sequence);

    /// <summary>The position of the node as a JSON pointer (RFC 6901) in a fragment: <c>#/info/title</c>.</summary>
    public string Pointer => parent is null ? "#" : $"{parent.Pointer}/{JsonPointer.Escape(name)}";

    public SpecNode? this[string key] => kind == SpecNodeKind.Mapping && _byName is not null ? _byName.GetValueOrDefault(key) : null;

    public SpecNode? At(params ReadOnlySpan<string> keys)
    {
        var node = this;
        foreach (var key in keys)
            node = node?[key];
        return node;
    }

    /// <summary>Returns the node and all nodes around it, from the inside to the root.</summary>
    public IEnumerable<SpecNode> SelfAndAncestors()
    {
        for (var at = this; at is not null; at = at.Parent)
            yield return at;
    }

    /// <summary>Returns the node and all nodes below it, in the order of the text, without those that are left out and all nodes below them.</summary>
    public IEnumerable<SpecNode> Descendants(Func<SpecNode, bool>? isLeftOut = null)
    {
        var open = new Stack<SpecNode>([this]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Children.Reverse().Where(child => isLeftOut?.Invoke(child) is not true))
                open.Push(child);
        }
    }

    /// <summary>Returns whether two nodes have the same value. The order of keys does not matter.</summary>
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

    /// <returns>The existing child with the same name, which is kept; null if the child was added.</returns>
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

/// <summary>The kinds of nodes, which are those of JSON.</summary>
internal enum SpecNodeKind
{
    Mapping,
    Sequence,
    Text,
    Number,
    Boolean,
    Null,
}

/// <summary>Compares numbers of a document by value: 1 and 1.0 are the same.</summary>
internal static class SpecNumber
{
    public static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    public static bool Same(string one, string other) =>
        one == other || (TryParse(one, out var first) && TryParse(other, out var second) && first.Equals(second)
            // Above 2^53, two neighboring integers can be the same double.
            && (Math.Abs(first) < 9e15 || decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var otherExact) && exact == otherExact));
}

/// <summary>JSON pointers, RFC 6901, as fragments: <c>#/paths/~1api~1aurora~1/get</c>.</summary>
internal static class JsonPointer
{
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string token) => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    public static SpecNode? Find(SpecNode root, string pointer)
    {
        if (pointer == "#")
            return root;
        if (!pointer.StartsWith("#/", StringComparison.Ordinal))
            return null;
        var node = root;
        foreach (var token in pointer[2..].Split('/'))
        {
            var name = Unescape(Uri.UnescapeDataString(token));
            node = node.Kind == SpecNodeKind.Sequence ? node.Children.FirstOrDefault(child => child.Name == name) : node[name];
            if (node is null)
                return null;
        }

        return node;
    }
}
