using System.Net;

namespace Aurora.Testing;

/// <summary>A request and what became of it, for a live log. It holds no header values and no key.</summary>
/// <seealso cref="AuroraServerOptions.OnRequestAnswered"/>
public sealed class AuroraAnsweredRequest
{
    internal AuroraAnsweredRequest()
    {
    }

    /// <summary>The request.</summary>
    public required AuroraRequestLogEntry Request { get; init; }

    /// <summary>The status that was sent; null when a fault sent none, such as a reset.</summary>
    public required HttpStatusCode? Status { get; init; }

    /// <summary>The fault that the request met, in a few words; null for the right answer.</summary>
    public required string? Fault { get; init; }

    /// <summary>From the headers of the request to the end of the answer, by the server's clock.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Everything in one line, such as <c>GET /api/aurora/?ordering=name 200 in 3 ms</c>.</summary>
    public override string ToString() =>
        $"{Request} {(Status is { } status ? $"{(int)status}" : "no status")} in {Elapsed.TotalMilliseconds:0} ms{(Fault is null ? "" : $" ({Fault})")}";
}
