namespace Aurora.Testing.Faults;

/// <summary>A fault for requests that fit.</summary>
/// <param name="predicate">Which requests.</param>
/// <param name="times">How many; <see cref="int.MaxValue"/> for all.</param>
/// <param name="draw">The fault, or null for none after all.</param>
/// <param name="name">What it is called in messages.</param>
internal sealed class FaultRule(Func<AuroraRequestLogEntry, bool> predicate, int times, Func<AuroraFault?> draw, string name)
{
    private readonly Lock _lock = new();
    private int _left = times;

    public bool IsEndless { get; } = times == int.MaxValue;

    public bool IsUsedUp
    {
        get
        {
            lock (_lock)
                return _left == 0;
        }
    }

    public AuroraFault? Take(AuroraRequestLogEntry request)
    {
        if (IsUsedUp || !predicate(request))
            return null;
        lock (_lock)
        {
            if (_left == 0)
                return null;
            if (!IsEndless)
                _left--;
            return draw();
        }
    }

    public override string ToString()
    {
        lock (_lock)
            return _left == 1 ? name : $"{name}, {_left} times";
    }
}
