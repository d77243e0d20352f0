using System.Net.Sockets;
using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>A connection of a client, on which a test controls every byte.</summary>
internal sealed class RawConnection(Stream stream) : IDisposable
{
    // After this time, the client has read everything and waits.
    private static readonly TimeSpan IdleTime = TimeSpan.FromMilliseconds(200);

    private readonly Socket _socket = ((NetworkStream)stream).Socket;
    private readonly byte[] _received = new byte[16 * 1024];
    private int _length;

    public bool IsClosed { get; private set; }

    public static RawServer Serve(Func<RawConnection, Task> serve) => new(async stream =>
    {
        using var connection = new RawConnection(stream);
        await serve(connection);
    });

    /// <summary>Reads a request, or returns null if the client has closed the connection.</summary>
    public async Task<RawRequest?> ReadRequestAsync()
    {
        while (!IsClosed)
        {
            var end = _received.AsSpan(0, _length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var request = RawRequest.Parse(Encoding.ASCII.GetString(_received, 0, end));
                _length -= end + 4;
                _received.AsSpan(end + 4, _length).CopyTo(_received);
                return request;
            }

            if (!await ReceiveAsync())
                return null;
        }

        return null;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
            sent += await _socket.SendAsync(bytes[sent..]);
    }

    public async Task SendBytewiseAsync(ReadOnlyMemory<byte> bytes)
    {
        _socket.NoDelay = true;
        for (var index = 0; index < bytes.Length; index++)
            await SendAsync(bytes.Slice(index, 1));
    }

    /// <summary>Sends nothing until the client gives up. The timeouts of the client elapse when the client is idle.</summary>
    public async Task StallAsync(CellClock clock)
    {
        var closing = ReceiveAsync();
        while (await Task.WhenAny(closing, Task.Delay(IdleTime)) != closing)
            clock.ElapseTimeout();
        await closing;
        Dispose();
    }

    /// <summary>Closes the connection gracefully after everything has been sent.</summary>
    public void Close()
    {
        _socket.Shutdown(SocketShutdown.Send);
        Dispose();
    }

    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    public void Dispose()
    {
        IsClosed = true;
        _socket.Dispose();
    }

    private async Task<bool> ReceiveAsync()
    {
        try
        {
            var received = await _socket.ReceiveAsync(_received.AsMemory(_length));
            _length += received;
            return received > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
