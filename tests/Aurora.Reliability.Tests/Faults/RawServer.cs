using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>A TCP server that lets a test control every byte, and counts the open connections.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<RawConnection, Task> _serve;
    private readonly Task _accepting;

    private RawServer(Func<RawConnection, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Gets the number of accepted connections.</summary>
    public int Accepted => _connections.Count;

    private int Open => _connections.Count(connection => !connection.IsCompleted);

    public static RawServer Start(Func<RawConnection, Task> serve) => new(serve);

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

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

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
        using var connection = new RawConnection(socket);
        try
        {
            await _serve(connection);
        }
        catch (SocketException)
        {
            // The client has closed the connection.
        }
    }
}
