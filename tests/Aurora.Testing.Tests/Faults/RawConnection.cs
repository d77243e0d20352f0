using System.Net;
using System.Net.Sockets;
using System.Text;
using Aurora.Client;

namespace Aurora.Testing.Tests.Faults;

/// <summary>Sends one list request on a socket, and records the received bytes and how the connection ended.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);

    private RawConnection()
    {
    }

    /// <summary>Gets the received bytes as Latin-1 text.</summary>
    public string Text { get; private set; } = "";

    public string Head => Text[..(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)];

    public string Body => Text[Head.Length..];

    public byte[] BodyBytes => Encoding.Latin1.GetBytes(Body);

    /// <summary>Gets a value that indicates whether the connection was reset instead of closed.</summary>
    public bool WasReset { get; private set; }

    /// <summary>Sends the request and reads until the server closes the connection.</summary>
    public static async Task<RawConnection> ReadAsync(AuroraServer server)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.BaseAddress.Port));
        var keys = $"{AuroraApi.IdHeader}: {server.ApiId}\r\n{AuroraApi.KeyHeader}: {server.ApiKey}\r\n";
        var request = $"GET {AuroraApi.ListPath} HTTP/1.1\r\nHost: x\r\n{keys}Connection: close\r\n\r\n";
        await connection._socket.SendAsync(Encoding.ASCII.GetBytes(request));
        await connection.ReceiveAsync();
        return connection;
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReceiveAsync()
    {
        var received = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer) is > 0 and var count)
                received.Write(buffer, 0, count);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            WasReset = true;
        }

        Text = Encoding.Latin1.GetString(received.ToArray());
    }
}
