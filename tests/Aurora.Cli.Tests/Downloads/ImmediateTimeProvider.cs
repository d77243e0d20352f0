using Microsoft.Extensions.Time.Testing;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>A clock on which delays end immediately and are recorded. Timers without an initial delay wait until a test advances the clock.</summary>
internal sealed class ImmediateTimeProvider : FakeTimeProvider
{
    private readonly List<TimeSpan> _delays = [];

    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_delays)
                return [.. _delays];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            lock (_delays)
                _delays.Add(dueTime);
            // The caller must receive the timer first.
            Task.Run(() => Advance(dueTime));
        }

        return timer;
    }
}
