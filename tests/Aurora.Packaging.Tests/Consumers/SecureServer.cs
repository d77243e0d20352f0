using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aurora.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>An API behind TLS that offers HTTP/2 and Brotli, as the web servers in front of real APIs do, and sends the same videos in every response.</summary>
internal sealed class SecureServer : IAsyncDisposable
{
    public const int VideoCount = 25;

    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly WebApplication _application;
    private readonly string _trusted = Path.Combine(TestRunFolder.Create($"secure/{Guid.NewGuid():N}"), "certificate.pem");

    private SecureServer()
    {
        File.WriteAllText(_trusted, _certificate.ExportCertificatePem());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
        });
        _application = builder.Build();
        _application.UseResponseCompression();
        var videos = $"[{string.Join(',', AuroraVideoGenerator.Generate(VideoCount).Select(video => video.ToString()))}]";
        _application.MapGet("/api/aurora/", (HttpRequest request) =>
        {
            Requests.Add($"{request.Protocol} {request.Headers.AcceptEncoding}");
            return Results.Text(videos, "application/json");
        });
    }

    /// <summary>The protocol of each request, and the encodings that it accepts.</summary>
    public ConcurrentBag<string> Requests { get; } = [];

    public string Address => $"https://localhost:{new Uri(_application.Urls.Single()).Port}";

    /// <summary>Makes a program trust the certificate.</summary>
    public Dictionary<string, string?> Variables => new() { ["SSL_CERT_FILE"] = _trusted, ["AURORA_API_ID"] = "the-api-id", ["AURORA_API_KEY"] = "the-api-key" };

    public static async Task<SecureServer> StartAsync()
    {
        var server = new SecureServer();
        await server._application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
