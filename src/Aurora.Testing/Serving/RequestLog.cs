using Aurora.Testing.Listing;

namespace Aurora.Testing.Serving;

/// <summary>
/// The latest requests, and the first that were unexpected: those stay, so that a busy test cannot push them out before
/// it asserts that there were none.
/// </summary>
internal sealed class RequestLog(TimeProvider clock, KeyRedaction redaction)
{
    private const int Capacity = 200;

    private readonly Lock _lock = new();
    private readonly Queue<AuroraRequestLogEntry> _entries = new();
    private readonly List<AuroraRequestLogEntry> _unexpected = [];
    private int _unexpectedTotal;

    /// <summary>Raised for every request, also for those that the log does not keep.</summary>
    public event Action<ReceivedRequest>? Received;

    public IReadOnlyList<AuroraRequestLogEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public AuroraRequestLogEntry Add(ReceivedRequest request)
    {
        Received?.Invoke(request);
        var entry = Entry(request);
        lock (_lock)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > Capacity)
            {
                _entries.Dequeue();
            }

            if (!entry.IsUnexpected)
            {
                return entry;
            }

            _unexpectedTotal++;
            if (_unexpected.Count < Capacity)
            {
                _unexpected.Add(entry);
            }
        }

        return entry;
    }

    public void AssertNoUnexpectedRequests()
    {
        lock (_lock)
        {
            if (_unexpectedTotal > 0)
            {
                throw new UnexpectedRequestsException([.. _unexpected], _unexpectedTotal);
            }
        }
    }

    private AuroraRequestLogEntry Entry(ReceivedRequest request)
    {
        var redact = redaction.For(request);
        var unknown = request.Query.Select(pair => pair.Key).Where(name => !ListOperation.Knows(name)).Distinct();
        return new AuroraRequestLogEntry
        {
            ReceivedAt = clock.GetUtcNow(),
            Method = request.Method,
            Path = redact(request.Path),
            Query = [.. request.Query.Select(pair => KeyValuePair.Create(redact(pair.Key), redact(pair.Value)))],
            HeaderNames = [.. request.Headers.Keys],
            UnknownQueryNames = [.. unknown.Select(redact)],
            IsUnexpected = !Router.Serves(request),
        };
    }
}
