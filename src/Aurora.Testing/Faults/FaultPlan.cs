using System.Collections.Immutable;

namespace Aurora.Testing.Faults;

/// <summary>Decides which requests get which faults.</summary>
internal sealed class FaultPlan
{
    // Immutable, so that a predicate runs outside the lock and can add faults.
    private ImmutableList<FaultRule> _rules = [];

    public int Pending => _rules.Count(rule => !rule.IsUsedUp);

    /// <summary>Gets descriptions of the unused faults, without the rules that have no limit.</summary>
    public IReadOnlyList<string> Unused => [.. _rules.Where(rule => rule is { IsUnlimited: false, IsUsedUp: false }).Select(rule => rule.ToString())];

    public void Add(FaultRule rule) => ImmutableInterlocked.Update(ref _rules, (rules, added) => rules.Add(added), rule);

    public void Clear() => ImmutableInterlocked.Update(ref _rules, rules => rules.Clear());

    /// <summary>Takes the fault of the first rule that matches the request, or returns null if no rule matches.</summary>
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

/// <summary>A fault for requests that match a predicate.</summary>
internal sealed class FaultRule(Func<AuroraRequestLogEntry, bool> predicate, int times, Func<AuroraFault?> choose, string name)
{
    private readonly Lock _lock = new();
    private int _left = times;

    public bool IsUnlimited { get; } = times == int.MaxValue;

    public bool IsUsedUp => Volatile.Read(ref _left) == 0;

    public AuroraFault? Take(AuroraRequestLogEntry request)
    {
        if (IsUsedUp || !predicate(request))
            return null;
        lock (_lock)
        {
            if (_left == 0)
                return null;
            if (!IsUnlimited)
                _left--;
            return choose();
        }
    }

    public override string ToString() => Volatile.Read(ref _left) is not 1 and var left ? $"{name}, {left} times" : name;
}
