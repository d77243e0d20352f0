namespace Aurora.Reliability.Tests.Faults;

/// <summary>
/// A clock that ends delays immediately. Timeouts, recognized by their length, elapse only when a stalled server lets them elapse. This makes the
/// tests independent of the speed of the machine.
/// </summary>
internal sealed class CellClock(params TimeSpan[] timeouts) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly List<Timer> _armed = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Gets the time that has passed since the start.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_lock)
                return _now;
        }
    }

    /// <summary>Gets the total duration of the delays.</summary>
    public TimeSpan TotalDelay { get; private set; }

    /// <summary>Gets the number of active timers.</summary>
    public int ActiveTimers
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

    /// <summary>Lets the next timeout elapse, if there is one.</summary>
    public void ElapseTimeout()
    {
        lock (_lock)
        {
            if (_armed.MinBy(timer => timer.Due) is { } next)
                AdvanceTo(next.Due);
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
            TotalDelay += dueTime;
            AdvanceTo(timer.Due);
        }
    }

    private void AdvanceTo(TimeSpan time)
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
