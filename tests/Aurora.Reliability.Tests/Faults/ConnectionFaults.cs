using System.Net;
using System.Net.Sockets;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Faults of connections.</summary>
internal static class ConnectionFaults
{
    // The socket is bound but does not listen, so connections are refused and no other process can use the port.
    private static readonly Socket Refusing = Bound();

    public static IEnumerable<Fault> All =>
    [
        Fault.Connect("connection refused", Refusing.LocalEndPoint!),
        Fault.Connect("host name not found", new DnsEndPoint("nowhere.invalid", 443)),
        Fault.Reset("reset before the headers", _ => []),
        Fault.Reset("reset in the headers", setting => setting.Response[..30]),
        Fault.Reset("reset after the headers", setting => RawResponse.Head("200 OK", RawResponse.Json, $"Content-Length: {setting.Body.Length}")),
        Fault.Reset("reset in the body", setting => setting.Response[..^100]),
        Fault.SendAndClose("closed before the headers", _ => []),
        Fault.SendAndClose("closed in the headers", setting => setting.Response[..30]),
        Fault.SendAndClose("closed in a body with Content-Length", setting => setting.Response[..^100]),
        Fault.SendAndClose("closed within a chunk", setting => [.. ChunkedHead, .. RawResponse.Chunks(setting.Body, 500)[..^100]]),
        Fault.SendAndClose("closed before the last chunk", setting => [.. ChunkedHead, .. RawResponse.Chunks(setting.Body, 500)]),
        Fault.SendAndClose("closed in a body without Content-Length", setting => [.. RawResponse.Head("200 OK", RawResponse.Json), .. setting.Half]),
        Fault.SendAndClose("closed after a body without Content-Length", setting =>
            [.. RawResponse.Head("200 OK", RawResponse.Json), .. setting.Body]),
        Fault.Stall("stall before the headers", _ => []),
        Fault.Stall("stall in the headers", setting => setting.Response[..30]),
        Fault.Stall("stall after the headers", setting => setting.Response[..^setting.Body.Length]),
        Fault.Stall("stall in the body", setting => setting.Response[..^100]),
        new("one byte at a time", (connection, setting) => connection.SendBytewiseAsync(setting.Response)),
        new("one byte at a time, chunked", (connection, setting) =>
            connection.SendBytewiseAsync((byte[])[.. ChunkedHead, .. RawResponse.Chunks(setting.Body, 1), .. "0\r\n\r\n"u8])),
        Fault.Send("extra bytes after the response", setting => [.. setting.Response, .. "HTTP/1.1 200 OK\r\n"u8]),
    ];

    private static byte[] ChunkedHead => RawResponse.Head("200 OK", RawResponse.Json, "Transfer-Encoding: chunked");

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
