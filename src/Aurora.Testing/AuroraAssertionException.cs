namespace Aurora.Testing;

/// <summary>
/// The exception that is thrown when an assertion of an <see cref="AuroraServer"/> fails. The message lists the requests or faults.
/// </summary>
public sealed class AuroraAssertionException : Exception
{
    internal AuroraAssertionException(string message)
        : base(message)
    {
    }
}

/// <summary>Builds the messages of failed assertions.</summary>
internal static class AssertionMessage
{
    public static string RequestCount(string? condition, int? expected, int actual, IReadOnlyList<AuroraRequestLogEntry> requests, int total)
    {
        var matching = condition is null ? "" : $" matching {condition}";
        var incomplete = total > requests.Count
            ? $" The log contains only the latest {requests.Count} of {total} requests. Fix: increase AuroraServerOptions.RequestLogCapacity."
            : "";
        var received = requests.Count == 0 ? " The server received no requests." : " Received requests:";
        var count = expected is { } times ? $"{times}" : "at least one";
        return Lines($"Expected {count} request(s){matching}, but found {actual}.{incomplete}{received}", requests, total);
    }

    public static string UnexpectedRequests(IReadOnlyList<AuroraRequestLogEntry> requests, int total, IEnumerable<string> operations) =>
        Lines(
            $"The server received {total} request(s) that the API does not support. It supports only {string.Join(", ", operations)}.",
            requests,
            total);

    public static string UnusedFaults(IReadOnlyList<string> faults) => string.Join(
        Environment.NewLine, [$"{faults.Count} injected fault(s) were not used by any request:", .. faults.Select(fault => $"  {fault}")]);

    private static string Lines(string headline, IReadOnlyList<AuroraRequestLogEntry> requests, int total) => string.Join(Environment.NewLine,
    [
        headline,
        .. requests.Select(request => $"  {request}"),
        .. total > requests.Count ? [$"  and {total - requests.Count} more"] : Array.Empty<string>(),
    ]);
}
