using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aurora.TestKit;

/// <summary>A TCP server on loopback, with or without TLS, on which a test controls every byte. It counts its connections.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<Stream, Task> _serve;
    private readonly X509Certificate2? _certificate;

    /// <param name="serve">Serves a connection, which is closed when the task completes.</param>
    /// <param name="certificate">The certificate for TLS, or null for a server without TLS.</param>
    public RawServer(Func<Stream, Task> serve, X509Certificate2? certificate = null)
    {
        (_serve, _certificate) = (serve, certificate);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"{(_certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}/");

    /// <summary>Gets the number of accepted connections.</summary>
    public int Accepted => _connections.Count;

    private int Open => _connections.Count(connection => !connection.IsCompleted);

    /// <summary>Reads the first line and the headers of a request, including the empty line. Returns less if the client closes the connection.</summary>
    public static async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!(head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n") && await stream.ReadAsync(one) > 0)
            head.Append((char)one[0]);
        return head.ToString();
    }

    /// <summary>Waits up to 10 seconds until all connections are closed.</summary>
    /// <returns>The number of connections that are still open.</returns>
    public async Task<int> WaitForCloseAsync()
    {
        var timeout = Task.Delay(TimeSpan.FromSeconds(10));
        // Another connection can be accepted during the wait.
        while (Open is > 0 and var open)
        {
            if (timeout.IsCompleted)
                return open;
            await Task.WhenAny(Task.WhenAll(_connections), timeout);
        }

        return 0;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync()));
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException)
        {
            // The listener has been stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            if (_certificate is null)
            {
                await _serve(stream);
                return;
            }

            await using var secured = new SslStream(stream);
            await secured.AuthenticateAsServerAsync(_certificate);
            await _serve(secured);
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException)
        {
            // The client has closed the connection or rejects the certificate.
        }
    }
}
