using Microsoft.Extensions.Logging;

namespace Aurora.Client;

/// <summary>
/// Delays the requests of one call while the API throttles. After a rejection, requests are sent one at a time until two in a row
/// succeed: a sliding window frees one slot at a time, so one success does not mean that there is a second slot. Without patience, it waits without limit.
/// </summary>
#pragma warning disable CA1001 // The semaphore has no wait handle to dispose.
internal sealed class ThrottleGate(TimeProvider clock, CallTally tally, TimeSpan? patience, ILogger logger)
#pragma warning restore CA1001
{
    /// <summary>How long the API may reject every request of a call before the call fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int SuccessesToOpen = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WorthSaying = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // A timer supports at most 49 days.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly object _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private TimeSpan _opens;
    private TimeSpan _lastSuccess;
    private int _closings;
    private int _rejections;
    private int _successesToOpen;

    private TimeSpan Now => clock.GetElapsedTime(_started);

    private bool IsThrottled => Volatile.Read(ref _successesToOpen) > 0;

    /// <summary>Returns whether the API throttled the request, as opposed to any other failure.</summary>
    public static bool IsThrottling(AuroraApiException exception) =>
        exception.Kind == AuroraErrorKind.RateLimit || exception is { Kind: AuroraErrorKind.Server, RetryAfter: not null };

    /// <summary>Sends a request, again and again if the API throttles it.</summary>
    /// <exception cref="AuroraApiException">The request failed, or the API throttled it for too long.</exception>
    public async Task<T> PassAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        while (true)
        {
            var hasTurn = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
            var closings = Volatile.Read(ref _closings);
            try
            {
                var result = await send(cancellationToken).ConfigureAwait(false);
                Succeed(hasTurn);
                return result;
            }
            catch (AuroraApiException exception) when (TryClose(exception, closings))
            {
                // The request is sent again.
            }
            finally
            {
                if (hasTurn)
                    _turn.Release();
            }
        }
    }

    /// <returns>True if no other request may be sent at the same time.</returns>
    private async Task<bool> TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (!IsThrottled)
            return false;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        var keepsTurn = false;
        try
        {
            for (var rest = Rest(); rest > TimeSpan.Zero; rest = Rest())
                await clock.Delay(rest < LongestDelay ? rest : LongestDelay, cancellationToken).ConfigureAwait(false);
            return keepsTurn = IsThrottled;
        }
        finally
        {
            if (!keepsTurn)
                _turn.Release();
        }
    }

    private TimeSpan Rest()
    {
        lock (_lock)
            return _successesToOpen == 0 ? TimeSpan.Zero : _opens - Now;
    }

    private void Succeed(bool hasTurn)
    {
        lock (_lock)
        {
            _lastSuccess = Now;
            tally.LastFailure = null;
            // The success of a request that was sent before the rejection does not count.
            if (!hasTurn || _successesToOpen == 0)
                return;
            _successesToOpen--;
            _rejections = 0;
        }
    }

    /// <returns>False if the failure has another kind, or if the API has throttled for too long.</returns>
    private bool TryClose(AuroraApiException exception, int closings)
    {
        if (!IsThrottling(exception))
            return false;
        lock (_lock)
        {
            var now = Now;
            // The API rejects all requests that run at the same time, which counts as one rejection.
            var isFirst = closings == _closings;
            var pause = Pause(exception.RetryAfter, isFirst ? _rejections : Math.Max(0, _rejections - 1));
            if (patience is { } limit && (pause > limit || now - _lastSuccess >= limit))
                return false;
            tally.LastFailure = exception;
            _successesToOpen = SuccessesToOpen;
            if (isFirst)
                (_closings, _rejections) = (_closings + 1, _rejections + 1);
            if (pause > TimeSpan.Zero && (isFirst || now + pause > _opens + WorthSaying))
                Log(exception, pause);
            if (now + pause > _opens)
                _opens = now + pause;
            return true;
        }
    }

    // If the API asks for no pause or a very short one, the pause grows with each rejection.
    private static TimeSpan Pause(TimeSpan? asked, int rejections)
    {
        if (asked >= FirstPause || (asked is not null && rejections == 0))
            return asked.Value;
        var doublings = asked is null ? rejections : rejections - 1;
        return TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(doublings, 10)));
    }

    private void Log(AuroraApiException exception, TimeSpan pause)
    {
        if (exception.RetryAfter == pause)
            AuroraLog.RetryAfter(logger, pause, exception);
        else
            AuroraLog.Throttled(logger, pause, exception);
    }
}
