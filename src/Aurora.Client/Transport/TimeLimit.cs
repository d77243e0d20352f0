using Polly.Timeout;

namespace Aurora.Client;

/// <summary>Limits the time of a call or of one attempt.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly TimeSpan _time;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _source;

    /// <param name="time">The time, which starts now.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="outer">The token of what contains the limited work.</param>
    public TimeLimit(TimeSpan time, TimeProvider clock, CancellationToken outer)
    {
        (_time, _outer) = (time, outer);
        _timer = clock.CreateCancellationTokenSource(time);
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer, _timer.Token);
    }

    /// <summary>Gets the token that is canceled when the time is over, and with the outer token.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gets whether the work was canceled because its time is over.</summary>
    public bool IsOver => _timer.IsCancellationRequested && !_outer.IsCancellationRequested;

    public TimeoutRejectedException Exceeded(OperationCanceledException exception) => new($"The operation took longer than {_time}.", _time, exception);

    public void Dispose()
    {
        _source.Dispose();
        _timer.Dispose();
    }
}
