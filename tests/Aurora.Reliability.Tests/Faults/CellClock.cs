namespace Aurora.Reliability.Tests.Faults;

/// <summary>
/// A clock on which pauses are over at once, and timeouts never, however slow the machine is, until a server that says nothing lets
/// them pass. What is a timeout is known by its length.
/// </summary>
internal sealed class CellClock(params TimeSpan[] timeouts) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<Timer> _armed = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How much time has passed on it.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_lock)
                return _now;
        }
    }

    /// <summary>How long the client has paused in all.</summary>
    public TimeSpan Paused { get; private set; }

    /// <summary>How many timeouts are still waited for.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _armed.Count;
        }
    }

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow() => Start + Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        Arm(timer, dueTime);
        return timer;
    }

    /// <summary>Lets the time pass to the end of the next timeout, if there is one.</summary>
    public void PassTimeout()
    {
        lock (_lock)
        {
            if (_armed.MinBy(timer => timer.Due) is { } next)
                PassTo(next.Due);
        }
    }

    private void Arm(Timer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _armed.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = _now + dueTime;
            _armed.Add(timer);
            if (timeouts.Contains(dueTime))
                return;
            Paused += dueTime;
            PassTo(timer.Due);
        }
    }

    private void PassTo(TimeSpan time)
    {
        _now = time > _now ? time : _now;
        foreach (var timer in _armed.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due).ToList())
        {
            _armed.Remove(timer);
            ThreadPool.QueueUserWorkItem(_ => timer.Fire());
        }
    }

    private void Disarm(Timer timer)
    {
        lock (_lock)
            _armed.Remove(timer);
    }

    private sealed class Timer(CellClock clock, Action fire) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Arm(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Disarm(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
