using Aurora.Client;

namespace Aurora.Testing.Serving;

/// <summary>
/// Logs the latest requests. Unexpected requests are logged separately, so that later requests do not displace them before a test checks for them.
/// </summary>
internal sealed class RequestLog(TimeProvider clock, string apiId, string apiKey, Routes routes, int capacity) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<AuroraRequestLogEntry> _entries = new();
    private readonly List<AuroraRequestLogEntry> _unexpected = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _total;
    private int _unexpectedTotal;
    private bool _isDisposed;

    public (IReadOnlyList<AuroraRequestLogEntry> Kept, int Total) Entries => Locked(() => ([.. _entries], _total));

    public (IReadOnlyList<AuroraRequestLogEntry> Kept, int Total) Unexpected => Locked(() => ([.. _unexpected], _unexpectedTotal));

    public AuroraRequestLogEntry Add(ReceivedRequest request)
    {
        var entry = Entry(request);
        lock (_lock)
        {
            _total++;
            _entries.Enqueue(entry);
            if (_entries.Count > capacity)
                _entries.Dequeue();
            if (entry.IsUnexpected && _unexpectedTotal++ < capacity)
                _unexpected.Add(entry);
            EndWaits(wait => wait.Count <= _total, reached => reached.TrySetResult());
        }

        return entry;
    }

    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
            _unexpected.Clear();
            _total = 0;
            _unexpectedTotal = 0;
        }
    }

    public async Task WaitAsync(int count, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(AuroraServer));
            if (_total >= count)
                return;
            _waiting.Add((count, reached));
        }

        try
        {
            await reached.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
                _waiting.Remove((count, reached));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            EndWaits(_ => true, reached => reached.TrySetException(new ObjectDisposedException(nameof(AuroraServer))));
        }
    }

    private (IReadOnlyList<AuroraRequestLogEntry> Kept, int Total) Locked(Func<(IReadOnlyList<AuroraRequestLogEntry>, int)> read)
    {
        lock (_lock)
            return read();
    }

    private void EndWaits(Predicate<(int Count, TaskCompletionSource Reached)> match, Action<TaskCompletionSource> end)
    {
        foreach (var wait in _waiting.FindAll(match))
            end(wait.Reached);
        _waiting.RemoveAll(match);
    }

    private AuroraRequestLogEntry Entry(ReceivedRequest request)
    {
        var redact = Redaction(request);
        var operation = routes.Operation(request);
        var unknown = request.Query.Select(pair => pair.Key).Except(operation?.Query.Select(parameter => parameter.Name) ?? []);
        return new AuroraRequestLogEntry
        {
            ReceivedAt = clock.GetUtcNow(),
            Method = request.Method,
            Path = redact(request.Path),
            Query = [.. request.Query.Select(pair => KeyValuePair.Create(redact(pair.Key), redact(pair.Value)))],
            HeaderNames = [.. request.Headers.Keys],
            UnknownQueryParameters = [.. unknown.Select(redact)],
            IsUnexpected = operation is null,
        };
    }

    // A client can send a key in the query, for example.
    private Func<string, string> Redaction(ReceivedRequest request)
    {
        string?[] sent = [.. request.Headers[AuroraApi.IdHeader], .. request.Headers[AuroraApi.KeyHeader]];
        var keys = sent.Append(apiId).Append(apiKey).OfType<string>().Where(key => key.Length > 0).Distinct();
        // The longest key comes first, because one key can be a prefix of another.
        var ordered = keys.OrderByDescending(key => key.Length).ToArray();
        return text => ordered.Aggregate(text, (rest, key) => rest.Replace(key, "[key]", StringComparison.Ordinal));
    }
}
