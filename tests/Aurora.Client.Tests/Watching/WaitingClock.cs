using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Watching;

/// <summary>A clock that tracks its timers, so that a test does not advance it while other code is still running.</summary>
internal sealed class WaitingClock : FakeTimeProvider
{
    private int _waiting;

    /// <summary>The number of timers that have neither fired nor been disposed.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this);
        wait.Timer = base.CreateTimer(passed =>
        {
            wait.End();
            callback(passed);
        }, state, dueTime, period);
        // The timer is counted last, because the test can advance the clock from here.
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
