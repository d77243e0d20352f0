namespace Aurora.Testing.Faults;

/// <summary>A fault for requests that match a predicate.</summary>
/// <param name="predicate">Selects the requests.</param>
/// <param name="times">The number of requests, or <see cref="int.MaxValue"/> for all.</param>
/// <param name="choose">Returns the fault, or null to inject none.</param>
/// <param name="name">The description for messages.</param>
internal sealed class FaultRule(Func<AuroraRequestLogEntry, bool> predicate, int times, Func<AuroraFault?> choose, string name)
{
    private readonly Lock _lock = new();
    private int _left = times;

    public bool IsUnlimited { get; } = times == int.MaxValue;

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
            if (!IsUnlimited)
                _left--;
            return choose();
        }
    }

    public override string ToString()
    {
        lock (_lock)
            return _left == 1 ? name : $"{name}, {_left} times";
    }
}
