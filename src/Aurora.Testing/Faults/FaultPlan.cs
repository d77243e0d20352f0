namespace Aurora.Testing.Faults;

/// <summary>Which request meets which fault.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    public int Pending
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    public void Add(Func<AuroraRequestLogEntry, bool> predicate, AuroraFault fault, int times)
    {
        lock (_lock)
            _entries.Add(new Entry(predicate, fault, times));
    }

    /// <summary>The first planned fault that fits, used up by being taken; null when there is none.</summary>
    public AuroraFault? Take(AuroraRequestLogEntry request)
    {
        lock (_lock)
        {
            var entry = _entries.Find(candidate => candidate.Predicate(request));
            if (entry is not null && --entry.Left == 0)
                _entries.Remove(entry);
            return entry?.Fault;
        }
    }

    private sealed class Entry(Func<AuroraRequestLogEntry, bool> predicate, AuroraFault fault, int times)
    {
        public Func<AuroraRequestLogEntry, bool> Predicate { get; } = predicate;

        public AuroraFault Fault { get; } = fault;

        public int Left { get; set; } = times;
    }
}
