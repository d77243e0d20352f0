using Aurora.Client;

namespace Aurora.Testing;

/// <summary>An <see cref="AuroraServer"/> received requests that the API does not serve.</summary>
public sealed class UnexpectedRequestsException : Exception
{
    /// <summary>Creates the exception from the requests and builds its message from them.</summary>
    /// <param name="requests">The unexpected requests, oldest first.</param>
    /// <param name="total">How many there were in all, which can be more than were kept.</param>
    public UnexpectedRequestsException(IReadOnlyList<AuroraRequestLogEntry> requests, int total)
        : base(Describe(requests, total))
    {
        Requests = requests;
        Total = total;
    }

    /// <summary>The unexpected requests, oldest first, at most 200.</summary>
    public IReadOnlyList<AuroraRequestLogEntry> Requests { get; }

    /// <summary>How many unexpected requests there were in all.</summary>
    public int Total { get; }

    private static string Describe(IReadOnlyList<AuroraRequestLogEntry> requests, int total)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var lines = requests.Select(request => $"  {request}");
        var rest = total > requests.Count ? [$"  and {total - requests.Count} more"] : Array.Empty<string>();
        return $"The fake Aurora API serves GET {AuroraApi.ListPath} only, and was asked for something else {total} time(s):"
            + Environment.NewLine + string.Join(Environment.NewLine, lines.Concat(rest));
    }
}
