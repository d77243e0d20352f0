using System.Runtime.CompilerServices;
using Polly.Timeout;

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

/// <summary>Ends all running calls when the client is disposed.</summary>
internal sealed class ClientLifetime : IDisposable
{
    private readonly CancellationTokenSource _end = new();

    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public CallLifetime Begin(CancellationToken cancellationToken) => new(cancellationToken, _end.Token);

    /// <summary>Returns the results of a call with several requests, and ends its requests and pauses when the client is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The client has been disposed.</exception>
    public async IAsyncEnumerable<T> RunAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lifetime = Begin(cancellationToken);
        await using var items = call(lifetime.Token).ConfigureAwait(false).GetAsyncEnumerator();
        while (await MoveNextAsync().ConfigureAwait(false))
            yield return items.Current;

        async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                return await items.MoveNextAsync();
            }
            catch (Exception exception) when (lifetime.EndOf(exception) is { } end)
            {
                throw end;
            }
        }
    }

    // The source is not disposed: running calls still use its token, and without a timer it holds no resources.
    public void Dispose() => _end.Cancel();
}

/// <summary>Limits the time of a call or of one attempt, from now on.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly TimeSpan _time;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _source;

    public TimeLimit(TimeSpan time, TimeProvider clock, CancellationToken outer)
    {
        (_time, _outer) = (time, outer);
        _timer = clock.CreateCancellationTokenSource(time);
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer, _timer.Token);
    }

    /// <summary>Gets the token that is canceled when the time is over, and with the outer token.</summary>
    public CancellationToken Token => _source.Token;

    public bool IsOver => _timer.IsCancellationRequested && !_outer.IsCancellationRequested;

    public TimeoutRejectedException Exceeded(OperationCanceledException exception) => new($"The operation took longer than {_time}.", _time, exception);

    public void Dispose()
    {
        _source.Dispose();
        _timer.Dispose();
    }
}
