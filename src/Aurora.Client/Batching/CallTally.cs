namespace Aurora.Client;

/// <summary>What the requests of one call over many ids have in common: how many were sent, and why the last one failed.</summary>
internal sealed class CallTally
{
    private int _attempts;
    private AuroraApiException? _lastFailure;

    /// <summary>Gets the number of requests sent, retries included.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Gets or sets the last failure that the call recovers from; null after a success.</summary>
    public AuroraApiException? LastFailure
    {
        get => Volatile.Read(ref _lastFailure);
        set => Volatile.Write(ref _lastFailure, value);
    }

    public void CountAttempt() => Interlocked.Increment(ref _attempts);
}
