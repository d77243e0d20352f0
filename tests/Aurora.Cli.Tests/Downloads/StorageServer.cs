using System.Collections.Concurrent;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>A storage host on which tests control every byte of the response. It records the requests.</summary>
internal sealed class StorageServer : IDisposable
{
    private readonly RawServer _server;
    private readonly ConcurrentQueue<StorageRequest> _requests = [];

    public StorageServer() => _server = new RawServer(ServeAsync);

    /// <summary>Handles a request. The connection is closed when the task completes.</summary>
    public Func<StorageRequest, StorageReply, Task> Answer { get; set; } = (_, reply) => reply.SendAsync("404 Not Found");

    public string Origin => _server.Address.GetLeftPart(UriPartial.Authority);

    public IReadOnlyList<StorageRequest> Requests => [.. _requests];

    public void Dispose() => _server.Dispose();

    private async Task ServeAsync(Stream stream)
    {
        var lines = (await RawServer.ReadHeadAsync(stream)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
            return;
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2));
        var request = new StorageRequest(
            lines[0].Split(' ')[1], headers.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));
        _requests.Enqueue(request);
        await Answer(request, new StorageReply(stream));
    }
}
