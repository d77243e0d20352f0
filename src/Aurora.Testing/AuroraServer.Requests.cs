using System.Runtime.CompilerServices;

namespace Aurora.Testing;

public sealed partial class AuroraServer
{
    /// <summary>
    /// Gets a snapshot of the latest requests, oldest first, up to <see cref="AuroraServerOptions.RequestLogCapacity"/>. A request is logged
    /// before its response is sent.
    /// </summary>
    public IReadOnlyList<AuroraRequestLogEntry> Requests => _log.Entries.Kept;

    /// <summary>Gets the number of requests since the start or the last call to <see cref="ClearRequests"/>. The log may contain fewer.</summary>
    public int RequestCount => _log.Entries.Total;

    /// <summary>Clears the request log, including the unexpected requests.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Waits until the server has received a number of requests since the start or the last call to <see cref="ClearRequests"/>.</summary>
    /// <param name="count">The number of requests, including those that the server has already received.</param>
    /// <param name="cancellationToken">A token that cancels the wait.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ObjectDisposedException">The server was disposed before or during the wait.</exception>
    public Task WaitForRequestsAsync(int count, CancellationToken cancellationToken = default) => _log.WaitAsync(count, cancellationToken);

    /// <summary>Checks that the server received the expected number of matching requests.</summary>
    /// <param name="predicate">Selects the requests to count.</param>
    /// <param name="times">The expected number of requests, or null for at least one.</param>
    /// <param name="condition">The source text of <paramref name="predicate"/> for the message. The compiler supplies it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    /// <exception cref="AuroraAssertionException">
    /// The number of matching requests is different, or cannot be determined because the log is full. The message lists the received requests.
    /// </exception>
    public void AssertRequested(
        Func<AuroraRequestLogEntry, bool> predicate, int? times = null, [CallerArgumentExpression(nameof(predicate))] string? condition = null)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var (kept, total) = _log.Entries;
        var actual = kept.Count(predicate);
        var isCertain = total == kept.Count || times is null;
        if (!isCertain || (times is null ? actual == 0 : actual != times))
            throw new AuroraAssertionException(AssertionMessage.RequestCount(condition, times, actual, kept, total));
    }

    /// <summary>Checks that the server received exactly one matching request.</summary>
    /// <inheritdoc cref="AssertRequested"/>
    public void AssertRequestedOnce(
        Func<AuroraRequestLogEntry, bool> predicate, [CallerArgumentExpression(nameof(predicate))] string? condition = null) =>
        AssertRequested(predicate, times: 1, condition);

    /// <summary>Checks that the server received exactly one request.</summary>
    /// <exception cref="AuroraAssertionException">The server received no request, or more than one. The message lists them.</exception>
    public void AssertRequestedOnce() => AssertRequested(_ => true, times: 1, condition: null);

    /// <summary>Checks that every request was for an operation of the document, regardless of its response.</summary>
    /// <exception cref="AuroraAssertionException">The server received other requests. The message lists them.</exception>
    public void AssertNoUnexpectedRequests()
    {
        if (_log.Unexpected is { Total: > 0 } unexpected)
            throw new AuroraAssertionException(AssertionMessage.UnexpectedRequests(unexpected.Kept, unexpected.Total, _routes.Operations));
    }
}
