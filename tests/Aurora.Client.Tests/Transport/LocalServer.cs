using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aurora.Client.Tests.Transport;

/// <summary>A local server, with or without TLS, that records the head of each request and responds as the test defines. It can also be a proxy.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly RawServer _server;
    private readonly Func<string, string> _answer;
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LocalServer(Func<string, string> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _server = new RawServer(ServeAsync, certificate);
    }

    public Uri Address => _server.Address;

    /// <summary>The first line and the headers of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public int Connections => _server.Accepted;

    /// <summary>Whether a connection stays open after the response.</summary>
    public bool Stalls { get; init; }

    /// <summary>Completes when the first response has been sent.</summary>
    public Task Answered => _answered.Task;

    public static string Response(int status, string body = "[]", params string[] headers) =>
        $"HTTP/1.1 {status} Answer\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n{body}";

    public void Dispose() => _server.Dispose();

    private async Task ServeAsync(Stream stream)
    {
        var head = await RawServer.ReadHeadAsync(stream);
        Requests.Enqueue(head);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(head)));
        _answered.TrySetResult();
        if (Stalls)
            await stream.CopyToAsync(Stream.Null);
    }
}
