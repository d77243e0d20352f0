using Aurora.Client;

namespace Aurora.Testing;

/// <summary>An <see cref="AuroraServer"/> received requests that the API does not serve.</summary>
public sealed class UnexpectedRequestsException : Exception
{
    /// <summary>Creates the exception from the requests and builds its message from them.</summary>
    /// <param name="requests">The unexpected requests, oldest first.</param>
    /// <param name="total">How many there were in all, which can be more than were kept.</param>
    public UnexpectedRequestsException(IReadOnlyList<AuroraRequestLogEntry> requests, int total)
        : base(RequestLines.Describe($"The fake Aurora API serves GET {AuroraApi.ListPath} only, and was asked for something else {total} time(s):", requests, total))
    {
        Requests = requests;
        Total = total;
    }

    /// <summary>The unexpected requests, oldest first, at most as many as <see cref="AuroraServerOptions.RequestLogCapacity"/>.</summary>
    public IReadOnlyList<AuroraRequestLogEntry> Requests { get; }

    /// <summary>How many unexpected requests there were in all.</summary>
    public int Total { get; }
}
