using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>A server that knows no HTTP: whoever connects gets what a test says. It counts the connections that are open.</summary>
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

    /// <summary>How many connections have been made.</summary>
    public int Accepted => _connections.Count;

    private int Open => _connections.Count(connection => !connection.IsCompleted);

    public static RawServer Start(Func<RawConnection, Task> serve) => new(serve);

    /// <summary>Waits until no connection is open, or for as long as a client that has been disposed may take.</summary>
    /// <returns>How many are still open.</returns>
    public async Task<int> SettleAsync()
    {
        var patience = Task.Delay(TimeSpan.FromSeconds(10));
        // One that the client made and dropped may be accepted while the others are waited for.
        while (Open is > 0 and var open)
        {
            if (patience.IsCompleted)
                return open;
            await Task.WhenAny(Task.WhenAll(_connections), patience);
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
            // Stopped.
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
            // The client has hung up in the middle, as it may.
        }
    }
}
