using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Aurora.Client;
using Aurora.Testing.Faults;
using Aurora.Testing.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aurora.Reliability.Tests.Load;

/// <summary>A Kestrel server on loopback that serves an account, injects the faults of the fake, and counts its connections.</summary>
internal sealed class LoadServer : IAsyncDisposable
{
    private static readonly X509Certificate2 Certificate = TestCertificate.New();

    private readonly WebApplication _app;
    private readonly LoadAccount _account;
    private readonly double _faultShare;
    private readonly int _seed;
    private readonly bool _isHttp2;
    private int _requests;
    private int _open;
    private int _peak;

    private LoadServer(LoadAccount account, double faultShare, int seed, bool isHttp2)
    {
        (_account, _faultShare, _seed, _isHttp2) = (account, faultShare, seed, isHttp2);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Use(CountAsync);
            if (!isHttp2)
                return;
            listen.Protocols = HttpProtocols.Http2;
            listen.UseHttps(Certificate);
        }));
        _app = builder.Build();
        _app.Run(RespondAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public int OpenConnections => _open;

    public int PeakConnections => _peak;

    /// <summary>Is awaited before each response.</summary>
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    public static async Task<LoadServer> StartAsync(LoadAccount account, double faultShare, int seed, bool isHttp2 = false)
    {
        var server = new LoadServer(account, faultShare, seed, isHttp2);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Creates a handler for a client that trusts this server.</summary>
    public static HttpMessageHandler NewHandler()
    {
        var handler = AuroraClient.CreateHandler();
        handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, presented, _, _) => presented!.GetCertHashString() == Certificate.GetCertHashString() };
        return handler;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CountAsync(ConnectionContext connection, Func<Task> next)
    {
        var open = Interlocked.Increment(ref _open);
        for (var peak = _peak; open > peak; peak = _peak)
            Interlocked.CompareExchange(ref _peak, open, peak);
        try
        {
            await next();
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task RespondAsync(HttpContext http)
    {
        var random = new Random(HashCode.Combine(_seed, Interlocked.Increment(ref _requests)));
        var ids = http.Request.Query["ids"].ToString();
        var body = ids.Length == 0 ? _account.All : _account.Of(ids.Split(',').Select(Guid.Parse));
        try
        {
            await BeforeAnswer().WaitAsync(http.RequestAborted);
            var response = new FaultContext(http, () => FakeResponse.Ok(body), TimeProvider.System, http.RequestAborted);
            if (random.NextDouble() < _faultShare)
                await LoadFault.At(random.NextDouble(), _isHttp2).Send(response);
            else
                await response.SendAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            // The client has disconnected. The caller checks whether this was correct.
        }
    }
}
