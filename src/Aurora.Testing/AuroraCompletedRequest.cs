namespace Aurora.Testing;

/// <summary>Describes a request that an <see cref="AuroraServer"/> has handled. It contains no header values and no keys.</summary>
/// <seealso cref="AuroraServerOptions.OnRequestCompleted"/>
public sealed class AuroraCompletedRequest
{
    internal AuroraCompletedRequest()
    {
    }

    /// <summary>Gets the request.</summary>
    public required AuroraRequestLogEntry Request { get; init; }

    /// <summary>Gets the status code of the response, or null if no status line was sent, for example because a fault reset the connection.</summary>
    public required HttpStatusCode? Status { get; init; }

    /// <summary>Gets a short description of the injected fault, or null if there was none.</summary>
    public required string? Fault { get; init; }

    /// <summary>Gets the time from receiving the request headers to the end of the response, measured by the server's clock.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Returns a one-line summary, such as <c>GET /api/aurora/?ordering=name 200 in 3 ms</c>.</summary>
    public override string ToString()
    {
        var status = Status is { } code ? $"{(int)code}" : "no status";
        return $"{Request} {status} in {Elapsed.TotalMilliseconds:0} ms{(Fault is null ? "" : $" ({Fault})")}";
    }
}
