namespace Aurora.Cli.Terminals;

/// <summary>Enumerates an asynchronous sequence with a time limit for each wait.</summary>
internal sealed class TimedEnumerator<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly IAsyncEnumerator<T> _source;
    private Task<bool> _next;

    public TimedEnumerator(IAsyncEnumerable<T> source, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source = source.GetAsyncEnumerator(_stop.Token);
        _next = _source.MoveNextAsync().AsTask();
    }

    /// <summary>
    /// Waits for the next element and passes all available elements to <paramref name="onElement"/>. Returns false at the end of the sequence.
    /// </summary>
    public async Task<bool> ReadAvailableAsync(Action<T> onElement, TimeSpan timeout, TimeProvider clock)
    {
        using var delay = new CancellationTokenSource();
        await Task.WhenAny(_next, Task.Delay(timeout, clock, delay.Token));
        await delay.CancelAsync();
        while (_next.IsCompleted)
        {
            if (!await _next)
                return false;
            onElement(_source.Current);
            _next = _source.MoveNextAsync().AsTask();
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        // An iterator must not be disposed while MoveNextAsync is running.
        await _stop.CancelAsync();
        await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _source.DisposeAsync();
        _stop.Dispose();
    }
}
