using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aurora.Cli.Tests;

/// <summary>Returns the same response for every request, for responses that the fake API does not support.</summary>
internal sealed class CannedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _lines = new();

    public CannedServer(int status, string body)
    {
        _listener.Start();
        _ = AnswerAsync($"HTTP/1.1 {status} Canned\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }

    /// <summary>The request lines and headers that have come.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public string Address => $"http://{_listener.LocalEndpoint}/";

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync(string answer)
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream());
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
                _lines.Enqueue(line);

            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
    }
}
