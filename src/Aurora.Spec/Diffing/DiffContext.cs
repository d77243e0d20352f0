namespace Aurora.Spec.Diffing;

/// <summary>State that the comparers share: the two documents, the differences found so far, and the nodes that need no further comparison.</summary>
internal sealed class DiffContext(SpecDocument old, SpecDocument current, DateOnly today)
{
    private readonly List<Difference> _found = [];
    private readonly HashSet<(string, SpecNode?, SpecNode?, string, string)> _reported = [];
    private readonly HashSet<SpecNode> _covered = [];
    private readonly Dictionary<SpecNode, string> _places = [];
    private readonly HashSet<(SpecNode, SpecNode, string)> _compared = [];

    public SpecDocument Old => old;

    public SpecDocument Current => current;

    public DateOnly Today => today;

    public SchemaRenames Renames { get; } = new();

    public IReadOnlyList<Difference> Found => _found;

    /// <summary>Reports a difference. Its nodes, and all nodes below them, need no further comparison.</summary>
    /// <param name="rule">The rule, or null to leave the nodes to another comparer.</param>
    public void Report(string? rule, SpecNode? was, SpecNode? now, string oldText, string currentText, string where)
    {
        if (rule is null)
            return;
        Cover(was, now);
        ReportAt(rule, was, now, oldText, currentText, where);
    }

    public void Report(string? rule, SpecNode? was, SpecNode? now, string where) => Report(rule, was, now, NodeText.Of(was), NodeText.Of(now), where);

    /// <summary>Reports a difference at nodes that may contain other differences.</summary>
    public void ReportAt(string? rule, SpecNode? was, SpecNode? now, string oldText, string currentText, string where)
    {
        // A shared schema is compared at each place that refers to it, and reported at the first.
        if (rule is not null && _reported.Add((rule, was, now, oldText, currentText)))
            _found.Add(new Difference(RuleCatalog.Get(rule), was, now, oldText, currentText, where));
    }

    public void CompareRequired(string subject, bool wasRequired, bool isRequired, SpecNode was, SpecNode now, string where)
    {
        if (wasRequired != isRequired)
            Report($"{subject}-became-{Requirement(isRequired)}", was["required"], now["required"], Requirement(wasRequired), Requirement(isRequired), where);
        else
            Cover(was["required"], now["required"]);
    }

    public static string Requirement(bool isRequired) => isRequired ? "required" : "optional";

    /// <summary>Marks nodes, and all nodes below them, as compared, so that <see cref="RemainderComparer"/> skips them.</summary>
    public void Cover(params ReadOnlySpan<SpecNode?> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is not null)
                _covered.Add(node);
        }
    }

    public bool IsCovered(SpecNode? node) => node is not null && _covered.Contains(node);

    /// <summary>Returns whether this pair is compared for the first time in this role; schemas can refer to each other in a cycle.</summary>
    public bool IsFirst(SpecNode one, SpecNode other, string role) => _compared.Add((one, other, role));

    /// <summary>Remembers where a node is used in a request or a response.</summary>
    public void Locate(SpecNode? node, string where)
    {
        if (node is not null)
            _places.TryAdd(node, where);
    }

    /// <summary>Returns where the node, or the nearest one around it, is used; null if it is not used in a request or a response.</summary>
    public string? PlaceOf(SpecNode? node) =>
        node?.SelfAndAncestors().Select(at => _places.GetValueOrDefault(at)).FirstOrDefault(where => where is not null);
}

/// <summary>Writes a node as a short text for a table cell.</summary>
internal static class NodeText
{
    private const int Longest = 300;

    public static string Of(SpecNode? node)
    {
        var text = Write(node);
        if (text.Length <= Longest)
            return text;
        // A surrogate pair must not be split.
        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    private static string Write(SpecNode? node) => node switch
    {
        null => "",
        { Kind: SpecNodeKind.Mapping } => "{" + string.Join(", ", node.Children.Take(20).Select(child => $"{child.Name}: {Of(child)}")) + (node.Children.Count > 20 ? ", …}" : "}"),
        { Kind: SpecNodeKind.Sequence } => "[" + string.Join(", ", node.Children.Take(20).Select(Of)) + (node.Children.Count > 20 ? ", …]" : "]"),
        { Kind: SpecNodeKind.Null } => "null",
        { Kind: SpecNodeKind.Text, Text: "" } => "\"\"",
        _ => node.Text,
    };
}
