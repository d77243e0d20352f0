using System.Net;
using Aurora.Testing;

namespace Aurora.Reliability.Tests.Load;

/// <summary>A fault of the fake that the server injects.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Weight">The frequency relative to the other faults.</param>
/// <param name="EndsConnection">Whether the fault ends the whole connection and not only the request.</param>
internal sealed record LoadFault(AuroraFault Fault, int Weight, bool EndsConnection = false)
{
    private const int InTheBody = 500;

    private static readonly LoadFault[] All =
    [
        Status(408, 2), Status(429, 2), Status(429, 1, retryAfter: "0"), Status(500, 4), Status(502, 2), Status(503, 2), Status(503, 1, retryAfter: "0"), Status(504, 1),
        new(AuroraFault.Reset(), 3, EndsConnection: true),
        new(AuroraFault.Reset(InTheBody), 3, EndsConnection: true),
        new(AuroraFault.Close(), 2, EndsConnection: true),
        new(AuroraFault.Truncate(InTheBody), 3),
        new(AuroraFault.Truncate(InTheBody, chunked: true), 3),
        new(AuroraFault.NotHttp(), 2, EndsConnection: true),
        // The client gives up first.
        new(AuroraFault.Delay(TimeSpan.FromHours(1)), 1),
        new(AuroraFault.Stall(InTheBody), 1),
        new(AuroraFault.SlowBody(4096, TimeSpan.FromMilliseconds(5)), 4),
        new(AuroraFault.Delay(TimeSpan.FromMilliseconds(100)), 3),
        new(AuroraFault.Body("[{\"id\": <html>"), 1),
        new(AuroraFault.Body("""{"detail":"maintenance"}"""), 1),
    ];

    // An HTTP/2 connection carries a hundred requests, and the other faults would end all of them.
    private static readonly LoadFault[] OfOneRequest = [.. All.Where(fault => !fault.EndsConnection)];

    /// <summary>Returns the fault for a random number between 0 and 1.</summary>
    public static AuroraFault At(double number, bool isHttp2)
    {
        var faults = isHttp2 ? OfOneRequest : All;
        var rest = number * faults.Sum(fault => fault.Weight);
        return faults.SkipWhile(fault => (rest -= fault.Weight) >= 0).First().Fault;
    }

    private static LoadFault Status(int status, int weight, string? retryAfter = null)
    {
        var fault = AuroraFault.Body("<html>down</html>", "text/html", (HttpStatusCode)status);
        return new(retryAfter is null ? fault : fault.WithHeader("Retry-After", retryAfter), weight);
    }
}
