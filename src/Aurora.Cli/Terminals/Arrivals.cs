namespace Aurora.Cli.Terminals;

/// <summary>Takes what comes, without waiting for it longer than wanted: there is something to do meanwhile.</summary>
internal sealed class Arrivals<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending;
    private readonly IAsyncEnumerator<T> _source;
    private Task<bool> _next;

    public Arrivals(IAsyncEnumerable<T> source, CancellationToken cancellationToken)
    {
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source = source.GetAsyncEnumerator(_ending.Token);
        _next = _source.MoveNextAsync().AsTask();
    }

    /// <summary>Waits for the next, takes all that are there by then, and says whether more may come.</summary>
    public async Task<bool> TakeAsync(Action<T> take, TimeSpan within, TimeProvider clock)
    {
        using var waiting = new CancellationTokenSource();
        await Task.WhenAny(_next, Task.Delay(within, clock, waiting.Token));
        await waiting.CancelAsync();
        while (_next.IsCompleted)
        {
            if (!await _next)
                return false;
            take(_source.Current);
            _next = _source.MoveNextAsync().AsTask();
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        // No iterator may be left while it is at work.
        await _ending.CancelAsync();
        await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _source.DisposeAsync();
        _ending.Dispose();
    }
}
