using System.Runtime.CompilerServices;

namespace Aurora.Testing;

public sealed partial class AuroraServer
{
    /// <summary>
    /// The latest requests, at most as many as <see cref="AuroraServerOptions.RequestLogCapacity"/>, oldest first, as a snapshot. A request is
    /// listed before its answer is sent.
    /// </summary>
    public IReadOnlyList<AuroraRequestLogEntry> Requests => _log.Entries.Kept;

    /// <summary>How many requests there were, since the start or the last <see cref="ClearRequests"/>; the log may keep fewer.</summary>
    public int RequestCount => _log.Entries.Total;

    /// <summary>Forgets all requests so far, the unexpected ones too.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Waits until there were so many requests since the start or the last <see cref="ClearRequests"/>.</summary>
    /// <param name="count">How many, with those that have been.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The server has been disposed of, so that there will be no more.</exception>
    public Task WaitForRequestsAsync(int count, CancellationToken cancellationToken = default) => _log.WaitAsync(count, cancellationToken);

    /// <summary>Passes when there were requests that fit, and as many as expected.</summary>
    /// <param name="predicate">Which requests.</param>
    /// <param name="times">How many, 0 for none; null for one or more.</param>
    /// <param name="condition">Filled in by the compiler, for the message.</param>
    /// <exception cref="RequestAssertionException">
    /// There were more or fewer, or the log has dropped some, so that nobody can tell. The message lists what was received.
    /// </exception>
    public void AssertRequested(
        Func<AuroraRequestLogEntry, bool> predicate, int? times = null, [CallerArgumentExpression(nameof(predicate))] string? condition = null)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var (kept, total) = _log.Entries;
        var actual = kept.Count(predicate);
        var isCertain = total == kept.Count || times is null;
        if (!isCertain || (times is null ? actual == 0 : actual != times))
            throw new RequestAssertionException(condition, times, actual, kept, total);
    }

    /// <summary>Passes when there was exactly one request that fits.</summary>
    /// <inheritdoc cref="AssertRequested"/>
    public void AssertRequestedOnce(Func<AuroraRequestLogEntry, bool> predicate, [CallerArgumentExpression(nameof(predicate))] string? condition = null) =>
        AssertRequested(predicate, times: 1, condition);

    /// <summary>Passes when there was exactly one request.</summary>
    /// <inheritdoc cref="AssertRequested"/>
    public void AssertRequestedOnce() => AssertRequested(_ => true, times: 1, condition: null);

    /// <summary>Passes when every request so far was a <c>GET</c> on <c>/api/aurora/</c>, whatever the answer was.</summary>
    /// <exception cref="UnexpectedRequestsException">There were others. The message lists them.</exception>
    public void AssertNoUnexpectedRequests()
    {
        if (_log.Unexpected is { Total: > 0 } unexpected)
            throw new UnexpectedRequestsException(unexpected.Kept, unexpected.Total);
    }
}
