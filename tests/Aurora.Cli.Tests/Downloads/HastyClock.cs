using Microsoft.Extensions.Time.Testing;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>A clock on which every pause that is asked for is over at once, and is written down. What is only begun later, such as a limit, waits for the test.</summary>
internal sealed class HastyClock : FakeTimeProvider
{
    private readonly List<TimeSpan> _pauses = [];

    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_pauses)
                return [.. _pauses];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            lock (_pauses)
                _pauses.Add(dueTime);
            // Not before the caller has its timer.
            Task.Run(() => Advance(dueTime));
        }

        return timer;
    }
}
