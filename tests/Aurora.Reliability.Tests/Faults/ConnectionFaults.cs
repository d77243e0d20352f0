using System.Net;
using System.Net.Sockets;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>What happens to connections.</summary>
internal static class ConnectionFaults
{
    // Bound and not listening: whoever connects is refused, and nobody else gets the port.
    private static readonly Socket Refusing = Bound();

    public static IEnumerable<Fault> All =>
    [
        Fault.Connecting("connection refused", Refusing.LocalEndPoint!),
        Fault.Connecting("name without an address", new DnsEndPoint("nowhere.invalid", 443)),
        Fault.Reset("reset before the headers", _ => []),
        Fault.Reset("reset in the headers", setting => setting.Answer[..30]),
        Fault.Reset("reset after the headers", setting => RawAnswer.Head("200 OK", RawAnswer.Json, $"Content-Length: {setting.Body.Length}")),
        Fault.Reset("reset in the body", setting => setting.Answer[..^100]),
        Fault.Last("closed before the headers", _ => []),
        Fault.Last("closed in the headers", setting => setting.Answer[..30]),
        Fault.Last("closed in the body, short of its length", setting => setting.Answer[..^100]),
        Fault.Last("closed in a chunk", setting => [.. RawAnswer.Head("200 OK", RawAnswer.Json, "Transfer-Encoding: chunked"), .. RawAnswer.Chunks(setting.Body, 500)[..^100]]),
        Fault.Last("closed before the last chunk", setting => [.. RawAnswer.Head("200 OK", RawAnswer.Json, "Transfer-Encoding: chunked"), .. RawAnswer.Chunks(setting.Body, 500)]),
        Fault.Last("closed in a body without a length", setting => [.. RawAnswer.Head("200 OK", RawAnswer.Json), .. setting.Half]),
        Fault.Last("closed after a body without a length", setting => [.. RawAnswer.Head("200 OK", RawAnswer.Json), .. setting.Body]),
        Fault.Stall("silence before the headers", _ => []),
        Fault.Stall("silence in the headers", setting => setting.Answer[..30]),
        Fault.Stall("silence after the headers", setting => setting.Answer[..^setting.Body.Length]),
        Fault.Stall("silence in the body", setting => setting.Answer[..^100]),
        new("one byte at a time", (connection, setting) => connection.DribbleAsync(setting.Answer)),
        new("one byte at a time, in chunks of one", (connection, setting) =>
            connection.DribbleAsync((byte[])[.. RawAnswer.Head("200 OK", RawAnswer.Json, "Transfer-Encoding: chunked"), .. RawAnswer.Chunks(setting.Body, 1), .. "0\r\n\r\n"u8])),
        Fault.Sent("bytes after the answer", setting => [.. setting.Answer, .. "HTTP/1.1 200 OK\r\n"u8]),
    ];

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
