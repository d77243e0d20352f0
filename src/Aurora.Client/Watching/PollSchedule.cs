namespace Aurora.Client;

/// <summary>Decides when the next poll is due.</summary>
internal sealed class PollSchedule(AuroraWatchOptions options, TimeProvider clock, Func<double>? random = null)
{
    private const double Growth = 1.5;
    private const double Jitter = 0.2;

    // A timer supports at most 49 days.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly Func<double> _random = random ?? Random.Shared.NextDouble;
    private readonly long _started = clock.GetTimestamp();
    private TimeSpan _interval = options.Interval;

    public TimeProvider Clock => clock;

    public TimeSpan? Deadline => options.Deadline;

    public bool HasPassed => options.Deadline <= clock.GetElapsedTime(_started);

    /// <summary>Waits for the next poll or the deadline, whichever comes first.</summary>
    public Task WaitAsync(bool hasChanged, CancellationToken cancellationToken)
    {
        _interval = hasChanged ? options.Interval : Shorter(TimeSpan.FromTicks((long)(_interval.Ticks * Growth)), options.MaxInterval);
        var pause = TimeSpan.FromTicks((long)(_interval.Ticks * (1 - Jitter + 2 * Jitter * _random())));
        var rest = options.Deadline - clock.GetElapsedTime(_started);
        var wait = rest is { } left ? Shorter(pause, left) : pause;
        return wait <= TimeSpan.Zero ? Task.CompletedTask : clock.Delay(wait, cancellationToken);
    }

    /// <summary>Cancels the source at the deadline, unless the timer is disposed first.</summary>
    public IDisposable? CancelAtDeadline(CancellationTokenSource source) => options.Deadline is { } deadline && deadline < LongestTimer
        ? clock.CreateTimer(Cancel, source, deadline, Timeout.InfiniteTimeSpan)
        : null;

    private static void Cancel(object? source)
    {
        try
        {
            ((CancellationTokenSource)source!).Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The watch ended at the same time.
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
