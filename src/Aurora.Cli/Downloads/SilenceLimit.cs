namespace Aurora.Cli.Downloads;

/// <summary>Cancels a wait for the network in which nothing has come for too long.</summary>
internal sealed class SilenceLimit : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _silent;
    private readonly CancellationTokenSource _ended;

    public SilenceLimit(TimeProvider clock, CancellationToken cancellationToken)
    {
        _silent = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _ended = CancellationTokenSource.CreateLinkedTokenSource(_silent.Token, cancellationToken);
    }

    public bool HasPassed => _silent.IsCancellationRequested;

    /// <summary>Begins a wait, and with it the count.</summary>
    public CancellationToken Wait()
    {
        _silent.CancelAfter(Longest);
        return _ended.Token;
    }

    /// <summary>Something has come.</summary>
    public void Heard() => _silent.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _ended.Dispose();
        _silent.Dispose();
    }
}
