using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Watching;

/// <summary>A clock that knows whether somebody waits for it, so that a test does not run it past those who are still at work.</summary>
internal sealed class WaitingClock : FakeTimeProvider
{
    private int _waiting;

    /// <summary>How many timers have neither fired nor been given up.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this);
        wait.Timer = base.CreateTimer(passed =>
        {
            wait.End();
            callback(passed);
        }, state, dueTime, period);
        // Not before: the clock may run on from here.
        wait.Begin();
        return wait;
    }

    private sealed class Wait(WaitingClock clock) : ITimer
    {
        private const int New = 0;
        private const int Waiting = 1;
        private const int Ended = 2;

        private int _state = New;

        public ITimer Timer { get; set; } = null!;

        public void Begin()
        {
            if (Interlocked.CompareExchange(ref _state, Waiting, New) == New)
                Interlocked.Increment(ref clock._waiting);
        }

        public void End()
        {
            if (Interlocked.Exchange(ref _state, Ended) == Waiting)
                Interlocked.Decrement(ref clock._waiting);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => Timer.Change(dueTime, period);

        public void Dispose()
        {
            End();
            Timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            End();
            return Timer.DisposeAsync();
        }
    }
}
