using System.Collections.Immutable;

namespace Aurora.Testing.Faults;

/// <summary>Which request meets which fault.</summary>
internal sealed class FaultPlan
{
    // Immutable, so that a test's predicate runs outside any lock and may add faults itself.
    private ImmutableList<FaultRule> _rules = [];

    public int Pending => _rules.Count(rule => !rule.IsUsedUp);

    /// <summary>The faults that are still to come, for a message; those without end are not among them.</summary>
    public IReadOnlyList<string> Unused => [.. _rules.Where(rule => rule is { IsEndless: false, IsUsedUp: false }).Select(rule => rule.ToString())];

    public void Add(FaultRule rule) => ImmutableInterlocked.Update(ref _rules, (rules, added) => rules.Add(added), rule);

    public void Clear() => ImmutableInterlocked.Update(ref _rules, rules => rules.Clear());

    /// <summary>The first planned fault that fits, used up by being taken; null when there is none.</summary>
    public AuroraFault? Take(AuroraRequestLogEntry request)
    {
        foreach (var rule in _rules)
        {
            if (rule.Take(request) is not { } fault)
                continue;
            if (rule.IsUsedUp)
                ImmutableInterlocked.Update(ref _rules, (rules, used) => rules.Remove(used), rule);
            return fault;
        }

        return null;
    }
}
