namespace Aurora.Client;

/// <summary>Counts the requests of one call with many ids, and holds the last failure.</summary>
internal sealed class CallTally
{
    private int _attempts;
    private AuroraApiException? _lastFailure;

    /// <summary>Gets the number of requests sent, including retries.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Gets or sets the last failure after which the call continued; null after a success.</summary>
    public AuroraApiException? LastFailure
    {
        get => Volatile.Read(ref _lastFailure);
        set => Volatile.Write(ref _lastFailure, value);
    }

    public void CountAttempt() => Interlocked.Increment(ref _attempts);
}
