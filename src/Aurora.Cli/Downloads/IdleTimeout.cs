namespace Aurora.Cli.Downloads;

/// <summary>Cancels a network operation when no data arrives for too long.</summary>
internal sealed class IdleTimeout : IDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _linked;

    public IdleTimeout(TimeProvider clock, CancellationToken cancellationToken)
    {
        _timeout = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, cancellationToken);
    }

    /// <summary>Starts the timeout for the next operation.</summary>
    public CancellationToken Start()
    {
        _timeout.CancelAfter(Limit);
        return _linked.Token;
    }

    /// <summary>Stops the timeout when data has arrived.</summary>
    public void Stop() => _timeout.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _linked.Dispose();
        _timeout.Dispose();
    }
}
