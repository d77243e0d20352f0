using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aurora.Spec.Tests.Sources;

/// <summary>A local https or http server that sends given bytes, including the headers, for each path.</summary>
internal sealed class PageServer : IDisposable
{
    private readonly X509Certificate2? _certificate;
    private readonly RawServer _server;
    private readonly Dictionary<string, byte[]> _answers = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PageServer(bool https = true)
    {
        _certificate = https ? TestCertificate.New() : null;
        _server = new RawServer(ServeAsync, _certificate);
    }

    public string Address => _server.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Completes when the first request arrives.</summary>
    public Task Asked => _asked.Task;

    public List<string> Paths { get; } = [];

    /// <summary>The handler of the tool, configured to trust this server.</summary>
    public SocketsHttpHandler NewHandler()
    {
        var handler = Aurora.Spec.Sources.Download.NewHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString() == _certificate!.GetCertHashString();
        return handler;
    }

    public void Answer(string path, string head, ReadOnlySpan<byte> body) => _answers[path] =
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {head.Replace("\n", "\r\n", StringComparison.Ordinal)}\r\nConnection: close\r\n\r\n"), .. body];

    public void Answer(string path, string head, string body = "") => Answer(path, head, Encoding.UTF8.GetBytes(body));

    public void Dispose()
    {
        _server.Dispose();
        _certificate?.Dispose();
    }

    private async Task ServeAsync(Stream stream)
    {
        var path = (await RawServer.ReadHeadAsync(stream)).Split(' ')[1];
        lock (Paths)
            Paths.Add(path);
        _asked.TrySetResult();
        if (_answers.TryGetValue(path, out var answer))
            await stream.WriteAsync(answer);
        else
            await stream.CopyToAsync(Stream.Null);
    }
}
