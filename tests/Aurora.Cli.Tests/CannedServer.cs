using System.Collections.Concurrent;
using System.Text;

namespace Aurora.Cli.Tests;

/// <summary>Returns the same response for every request, for responses that the fake API does not support.</summary>
internal sealed class CannedServer : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly RawServer _server;

    public CannedServer(int status, string body)
    {
        var response = Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Canned\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        _server = new RawServer(async stream =>
        {
            foreach (var line in (await RawServer.ReadHeadAsync(stream)).TrimEnd().Split("\r\n"))
                _lines.Enqueue(line);
            await stream.WriteAsync(response);
        });
    }

    /// <summary>The request lines and headers that have come.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public string Address => _server.Address.ToString();

    public void Dispose() => _server.Dispose();
}
