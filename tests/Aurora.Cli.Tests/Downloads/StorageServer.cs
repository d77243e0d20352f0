using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>A storage host on which tests control every byte of the response. It records the requests.</summary>
internal sealed class StorageServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<StorageRequest> _requests = [];

    public StorageServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Handles a request. The connection is closed when the task completes.</summary>
    public Func<StorageRequest, StorageReply, Task> Answer { get; set; } = (_, reply) => reply.SendAsync("404 Not Found");

    public string Origin => $"http://{_listener.LocalEndpoint}";

    public IReadOnlyList<StorageRequest> Requests => [.. _requests];

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync());
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            var lines = new List<string>();
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
                lines.Add(line);
            if (lines.Count == 0)
                return;
            var headers = lines.Skip(1).Select(line => line.Split(": ", 2));
            var request = new StorageRequest(
                lines[0].Split(' ')[1], headers.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));
            _requests.Enqueue(request);
            try
            {
                await Answer(request, new StorageReply(client.GetStream()));
            }
            catch (IOException)
            {
                // The client closed the connection.
            }
        }
    }
}
