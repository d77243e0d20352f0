namespace Aurora.Client.Tests.Batching;

/// <summary>
/// The algorithm of <c>rest_framework.throttling.SimpleRateThrottle</c>: a request is allowed if fewer requests than the limit were allowed within the
/// last period. A rejected request does not count. A slot becomes free when the oldest request leaves the window, one at a time.
/// </summary>
internal sealed class SimpleRateThrottle(TimeProvider clock, int limit, TimeSpan period)
{
    private readonly Queue<DateTimeOffset> _history = new();

    /// <summary>Returns null if the request is allowed, or the <c>Retry-After</c> of the rejection: whole seconds, rounded up.</summary>
    public int? Reject()
    {
        lock (_history)
        {
            var now = clock.GetUtcNow();
            while (_history.TryPeek(out var oldest) && oldest <= now - period)
                _history.Dequeue();
            if (_history.Count >= limit)
                return (int)Math.Ceiling((period - (now - _history.Peek())).TotalSeconds / (limit - _history.Count + 1));
            _history.Enqueue(now);
            return null;
        }
    }
}
