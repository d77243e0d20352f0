using System.Net.Sockets;
using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>One connection of a client, on which a test says every byte itself.</summary>
internal sealed class RawConnection(Socket socket) : IDisposable
{
    // Nothing comes for so long: the client has read what there was, and waits.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly byte[] _received = new byte[16 * 1024];
    private int _length;

    public bool IsClosed { get; private set; }

    /// <returns>Null when the client has closed the connection.</returns>
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
            sent += await socket.SendAsync(bytes[sent..]);
    }

    public async Task DribbleAsync(ReadOnlyMemory<byte> bytes)
    {
        socket.NoDelay = true;
        for (var index = 0; index < bytes.Length; index++)
            await SendAsync(bytes.Slice(index, 1));
    }

    /// <summary>Says nothing more until the client gives up; its timeouts pass when it has nothing left to do.</summary>
    public async Task StallAsync(CellClock clock)
    {
        var closing = ReceiveAsync();
        while (await Task.WhenAny(closing, Task.Delay(Quiet)) != closing)
            clock.PassTimeout();
        await closing;
        Dispose();
    }

    /// <summary>Ends it in order, after all that was sent.</summary>
    public void Close()
    {
        socket.Shutdown(SocketShutdown.Send);
        Dispose();
    }

    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    public void Dispose()
    {
        IsClosed = true;
        socket.Dispose();
    }

    private async Task<bool> ReceiveAsync()
    {
        try
        {
            var received = await socket.ReceiveAsync(_received.AsMemory(_length));
            _length += received;
            return received > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
