namespace Aurora.Testing;

/// <summary>An <see cref="AuroraServer"/> received other requests than a test expected.</summary>
public sealed class RequestAssertionException : Exception
{
    /// <summary>Creates the exception from the facts and builds its message from them.</summary>
    /// <param name="condition">Which requests were counted, as the test wrote it; null for all.</param>
    /// <param name="expected">How many were expected; null for one or more.</param>
    /// <param name="actual">How many there were among <paramref name="requests"/>.</param>
    /// <param name="requests">The requests that the log has, oldest first.</param>
    /// <param name="total">How many there were in all, which can be more than the log keeps.</param>
    public RequestAssertionException(string? condition, int? expected, int actual, IReadOnlyList<AuroraRequestLogEntry> requests, int total)
        : base(Describe(condition, expected, actual, requests, total))
    {
        Expected = expected;
        Actual = actual;
        Requests = requests;
        Total = total;
    }

    /// <summary>How many requests were expected; null for one or more.</summary>
    public int? Expected { get; }

    /// <summary>How many there were among <see cref="Requests"/>.</summary>
    public int Actual { get; }

    /// <summary>The requests that the log has, oldest first.</summary>
    public IReadOnlyList<AuroraRequestLogEntry> Requests { get; }

    /// <summary>How many requests there were in all.</summary>
    public int Total { get; }

    private static string Describe(string? condition, int? expected, int actual, IReadOnlyList<AuroraRequestLogEntry> requests, int total)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var counted = condition is null ? "" : $" with {condition}";
        var dropped = total > requests.Count
            ? $" The log keeps the latest {requests.Count} of {total}, so that nobody can tell: raise AuroraServerOptions.RequestLogCapacity."
            : "";
        var list = requests.Count == 0 ? " There was no request." : " Received:";
        return RequestLines.Describe($"Expected {(expected is { } number ? $"{number}" : "one or more")} request(s){counted}, and {actual} came.{dropped}{list}", requests, total);
    }
}
