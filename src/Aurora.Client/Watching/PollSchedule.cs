namespace Aurora.Client;

/// <summary>When the next poll is due.</summary>
internal sealed class PollSchedule(AuroraWatchOptions options, TimeProvider clock, Func<double>? random = null)
{
    private const double Growth = 1.5;
    private const double Jitter = 0.2;

    // A timer takes 49 days at the most, and the API may ask for more.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly Func<double> _random = random ?? Random.Shared.NextDouble;
    private readonly long _started = clock.GetTimestamp();
    private TimeSpan _interval = options.Interval;

    public TimeProvider Clock => clock;

    public TimeSpan? Deadline => options.Deadline;

    public bool HasPassed => options.Deadline <= clock.GetElapsedTime(_started);

    /// <summary>Waits for the next poll, or for the deadline where that comes first.</summary>
    public Task WaitAsync(bool hasChanged, CancellationToken cancellationToken)
    {
        _interval = hasChanged ? options.Interval : Shorter(TimeSpan.FromTicks((long)(_interval.Ticks * Growth)), options.MaxInterval);
        return PauseAsync(TimeSpan.FromTicks((long)(_interval.Ticks * (1 - Jitter + 2 * Jitter * _random()))), cancellationToken);
    }

    /// <summary>Waits for as long as it takes, or for the deadline where that comes first.</summary>
    public async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var rest = options.Deadline - clock.GetElapsedTime(_started);
        var wait = rest is { } left ? Shorter(pause, left) : pause;
        for (; wait > TimeSpan.Zero; wait -= LongestDelay)
            await Task.Delay(Shorter(wait, LongestDelay), clock, cancellationToken).ConfigureAwait(false);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
