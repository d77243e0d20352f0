using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>What the comparers share: the two documents, what was found, and which nodes are dealt with.</summary>
internal sealed class DiffContext(SpecDocument old, SpecDocument current, DateOnly today)
{
    private readonly List<Difference> _found = [];
    private readonly HashSet<(string, SpecNode?, SpecNode?, string, string)> _reported = [];
    private readonly HashSet<string> _named = [];
    private readonly HashSet<string> _changedWithin = [];
    private readonly HashSet<SpecNode> _covered = [];
    private readonly Dictionary<SpecNode, string> _subjects = [];
    private readonly HashSet<(SpecNode, SpecNode, string)> _compared = [];

    public Side Old { get; } = new(old);

    public Side Current { get; } = new(current);

    public DateOnly Today => today;

    public SchemaRenames Renames { get; } = new();

    public IReadOnlyList<Difference> Found => _found;

    /// <summary>Reports a difference. Its nodes are then dealt with, and all below them.</summary>
    public void Report(string rule, SpecNode? was, SpecNode? now, string oldText, string currentText, string where, CSharpEffect effect)
    {
        Cover(was, now);
        ReportAt(rule, was, now, oldText, currentText, where, effect);
    }

    /// <summary>Reports a difference at nodes in which there may be others.</summary>
    public void ReportAt(string rule, SpecNode? was, SpecNode? now, string oldText, string currentText, string where, CSharpEffect effect)
    {
        // A schema is met wherever it is referred to; what it does to the callers may differ from place to place.
        _named.Add(effect.Text);
        NameWithin(effect.Text.Split(": ")[0]);
        if (_reported.Add((rule, was, now, oldText + currentText, effect.Text)))
            _found.Add(new Difference(RuleCatalog.Get(rule), was, now, oldText, currentText, where, effect));
    }

    /// <summary>Whether a difference with this effect has been reported, or one with an effect on what is in the subject.</summary>
    public bool IsNamed(CSharpEffect effect, string? subject) =>
        effect == CSharpEffect.None || _named.Contains(effect.Text) || (subject is not null && _changedWithin.Contains(subject));

    // "items of items of X" tells of a change within "items of X", and within X.
    private void NameWithin(string subject)
    {
        while (subject.StartsWith("items of ", StringComparison.Ordinal) || subject.StartsWith("values of ", StringComparison.Ordinal))
        {
            subject = subject[(subject.IndexOf(" of ", StringComparison.Ordinal) + " of ".Length)..];
            _changedWithin.Add(subject);
        }
    }

    /// <summary>Reports with the values of the two nodes as texts.</summary>
    public void Report(string rule, SpecNode? was, SpecNode? now, string where, CSharpEffect effect) =>
        Report(rule, was, now, NodeText.Of(was), NodeText.Of(now), where, effect);

    /// <summary>Leaves nothing of these nodes, and of those below them, to <see cref="RemainderComparer"/>.</summary>
    public void Cover(params ReadOnlySpan<SpecNode?> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is not null)
                _covered.Add(node);
        }
    }

    public bool IsCovered(SpecNode? node) => node is not null && _covered.Contains(node);

    /// <summary>Whether this pair is asked for the first time; schemas refer to each other in circles.</summary>
    public bool IsFirst(SpecNode one, SpecNode other, string role) => _compared.Add((one, other, role));

    /// <summary>Remembers what a node is in C#, for those who later find that its description has changed.</summary>
    public void Name(SpecNode? node, string subject)
    {
        if (node is not null)
            _subjects.TryAdd(node, subject);
    }

    /// <summary>What the node, or the nearest one around it, is in C#; null where it is nothing there.</summary>
    public string? SubjectOf(SpecNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (_subjects.TryGetValue(node, out var subject))
                return subject;
        }

        return null;
    }
}
