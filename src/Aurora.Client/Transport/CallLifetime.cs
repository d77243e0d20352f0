namespace Aurora.Client;

/// <summary>The lifetime of a call, which ends when the caller cancels it or the client is disposed.</summary>
internal sealed class CallLifetime : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationToken _client;
    private readonly CancellationTokenSource? _both;

    public CallLifetime(CancellationToken caller, CancellationToken client)
    {
        (_caller, _client) = (caller, client);
        ThrowIfEnded();
        _both = caller.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(caller, client) : null;
    }

    public CancellationToken Token => _both?.Token ?? _client;

    /// <exception cref="OperationCanceledException">The caller has canceled the call.</exception>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public void ThrowIfEnded()
    {
        _caller.ThrowIfCancellationRequested();
        if (_client.IsCancellationRequested)
            throw Disposed();
    }

    /// <summary>Returns the exception to throw instead of one that cancellation or disposal caused; null if it has another cause.</summary>
    public Exception? EndOf(Exception exception)
    {
        if (_caller.IsCancellationRequested)
            return exception is OperationCanceledException canceled && canceled.CancellationToken != _caller ? new OperationCanceledException(canceled.Message, canceled, _caller) : null;
        return _client.IsCancellationRequested && exception is OperationCanceledException or AuroraApiException or HttpRequestException or IOException or ObjectDisposedException ? Disposed() : null;
    }

    public void Dispose() => _both?.Dispose();

    private static ObjectDisposedException Disposed() => new(typeof(AuroraClient).FullName);
}
