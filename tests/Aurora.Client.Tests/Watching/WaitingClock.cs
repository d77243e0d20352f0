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
        return wait;
    }

    private sealed class Wait : ITimer
    {
        private readonly WaitingClock _clock;
        private int _hasEnded;

        public Wait(WaitingClock clock)
        {
            _clock = clock;
            Interlocked.Increment(ref clock._waiting);
        }

        public ITimer Timer { get; set; } = null!;

        public void End()
        {
            if (Interlocked.Exchange(ref _hasEnded, 1) == 0)
                Interlocked.Decrement(ref _clock._waiting);
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
