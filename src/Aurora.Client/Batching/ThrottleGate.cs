namespace Aurora.Client;

/// <summary>Keeps the requests of one call back for a while when the API has throttled one of them.</summary>
internal sealed class ThrottleGate(TimeProvider clock, int mostThrottlings = ThrottleGate.MostThrottlings)
{
    public const int MostThrottlings = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset _last = clock.GetUtcNow() + LongestWait;
    private readonly object _lock = new();
    private DateTimeOffset _opens = DateTimeOffset.MinValue;

    /// <summary>Whether the API asked for fewer requests, rather than failed.</summary>
    public static bool IsThrottling(AuroraApiException exception) =>
        exception.Kind == AuroraErrorKind.RateLimit || exception is { Kind: AuroraErrorKind.Server, RetryAfter: not null };

    /// <summary>How long to leave the API alone: as long as it asked, or longer each time.</summary>
    public static TimeSpan Pause(AuroraApiException exception, int throttled) =>
        exception.RetryAfter ?? TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(throttled, 10)));

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan rest;
            lock (_lock)
                rest = _opens - clock.GetUtcNow();
            if (rest <= TimeSpan.Zero)
                return;
            await Task.Delay(rest, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the gate for all; false when the call has waited enough, or the failure is of another kind.</summary>
    public bool TryClose(AuroraApiException exception, int throttled)
    {
        if (!IsThrottling(exception) || throttled >= mostThrottlings)
            return false;
        var opens = clock.GetUtcNow() + Pause(exception, throttled);
        if (opens > _last)
            return false;
        lock (_lock)
            _opens = opens > _opens ? opens : _opens;
        return true;
    }
}
