using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Aurora.Reliability.Tests.Load;

/// <summary>A fault that the server injects into a response.</summary>
/// <param name="Name">The name of the fault.</param>
/// <param name="Weight">The frequency relative to the other faults.</param>
/// <param name="Send">Sends the response. The bytes are the body of the normal response.</param>
internal sealed record LoadFault(string Name, int Weight, Func<HttpContext, byte[], Task> Send)
{
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(20);

    private static readonly LoadFault[] All =
    [
        Status(408, 2), Status(429, 2), Status(429, 1, ("Retry-After", "0")), Status(500, 4), Status(502, 2), Status(503, 2),
        Status(503, 1, ("Retry-After", "0")), Status(504, 1),
        new("reset before the headers", 3, (http, _) => Reset(http)) { EndsConnection = true },
        new("reset in the body", 3, async (http, body) => { await Half(http, body, body.Length); await Reset(http); }) { EndsConnection = true },
        new("closed before the headers", 2, (http, _) => { Socket(http).Shutdown(SocketShutdown.Both); return Task.CompletedTask; }) { EndsConnection = true },
        new("truncated by length", 3, async (http, body) => { await Half(http, body, body.Length); http.Abort(); }),
        new("truncated by chunk", 3, async (http, body) => { await Half(http, body, null); http.Abort(); }),
        new("not HTTP", 2, async (http, _) => { await Socket(http).SendAsync("+PONG\r\n\r\n"u8.ToArray()); await Task.Delay(SendTime); http.Abort(); }) { EndsConnection = true },
        new("stall before the headers", 1, (http, _) => Stall(http)),
        new("stall in the body", 1, async (http, body) => { await Half(http, body, body.Length); await Stall(http); }),
        new("slow body", 4, SendSlowly),
        new("delay", 3, async (http, body) => { await Task.Delay(100, http.RequestAborted); await Respond(http, body); }),
        new("not JSON", 1, (http, _) => Respond(http, "[{\"id\": <html>"u8.ToArray())),
        new("not an array", 1, (http, _) => Respond(http, "{\"detail\":\"maintenance\"}"u8.ToArray())),
    ];

    // An HTTP/2 connection carries a hundred requests, and these faults would end all of them.
    private static readonly LoadFault[] OfOneRequest = [.. All.Where(fault => !fault.EndsConnection)];

    /// <summary>Gets whether the fault ends the whole connection and not only the request.</summary>
    private bool EndsConnection { get; init; }

    /// <summary>Returns the fault for a random number between 0 and 1.</summary>
    public static LoadFault At(double number, bool isHttp2)
    {
        var faults = isHttp2 ? OfOneRequest : All;
        var rest = number * faults.Sum(fault => fault.Weight);
        return faults.SkipWhile(fault => (rest -= fault.Weight) >= 0).First();
    }

    public static async Task Respond(HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static LoadFault Status(int status, int weight, params (string Name, string Value)[] headers) =>
        new($"{status}{string.Concat(headers.Select(header => $" with {header.Name}"))}", weight, async (http, _) =>
        {
            http.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            await Respond(http, "<html>down</html>"u8.ToArray());
        });

    private static Socket Socket(HttpContext http) => http.Features.Get<IConnectionSocketFeature>()!.Socket;

    private static Task Reset(HttpContext http)
    {
        var socket = Socket(http);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return Task.CompletedTask;
    }

    // Kestrel sends flushed bytes asynchronously, and an immediate abort would discard them.
    private static async Task Half(HttpContext http, byte[] body, long? length)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = length;
        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        await Task.Delay(SendTime);
    }

    private static async Task SendSlowly(HttpContext http, byte[] body)
    {
        foreach (var piece in body.Chunk(1 + (body.Length / 8)))
        {
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(5, http.RequestAborted);
        }
    }

    private static Task Stall(HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted);
}
