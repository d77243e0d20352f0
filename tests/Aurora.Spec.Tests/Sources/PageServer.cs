using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aurora.Spec.Tests.Sources;

/// <summary>A local https or http server that sends given bytes, including the headers, for each path.</summary>
internal sealed class PageServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? _certificate;
    private readonly Dictionary<string, byte[]> _answers = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PageServer(bool https = true)
    {
        _certificate = https ? NewCertificate() : null;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"{(_certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}";

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
        _listener.Dispose();
        _certificate?.Dispose();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // On Windows, a server cannot use a key that exists only in memory.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync());
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        await using (var stream = await OpenAsync(client))
        using (var reader = new StreamReader(stream))
        {
            var path = (await reader.ReadLineAsync())!.Split(' ')[1];
            lock (Paths)
                Paths.Add(path);
            while (!string.IsNullOrEmpty(await reader.ReadLineAsync()))
            {
            }

            _asked.TrySetResult();
            if (_answers.TryGetValue(path, out var answer))
                await stream.WriteAsync(answer);
            else
                await reader.ReadToEndAsync();
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null)
            return client.GetStream();
        var secured = new SslStream(client.GetStream());
        await secured.AuthenticateAsServerAsync(_certificate);
        return secured;
    }
}
