using Aurora.Testing.Faults;
using Aurora.Testing.Listing;
using Aurora.Testing.Media;
using Aurora.Testing.Serving;
using WireMock.Server;

namespace Aurora.Testing;

/// <summary>
/// A fake Aurora API that runs in the calling process and serves HTTP on a loopback address. It implements <c>GET /api/aurora/</c> as the
/// vendor's document describes it: keys, <c>ids</c>, <c>ordering</c> and errors.
/// </summary>
/// <remarks>
/// All members are thread-safe. Servers share no state, so each test can start its own. Other machines can connect only if
/// <see cref="AuroraServerOptions.AllowRemoteClients"/> is true.
/// </remarks>
public sealed partial class AuroraServer : IDisposable, IAsyncDisposable
{
    private readonly MediaServer? _media;
    private readonly RequestLog _log;
    private readonly WireMockServer _server;
    private readonly FaultPlan _faults = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _isDisposed;

    private AuroraServer(AuroraServerOptions options)
    {
        ApiId = options.ApiId;
        ApiKey = options.ApiKey;
        _media = options.ServeMedia ? new MediaServer(options.Address) : null;
        Videos = new AuroraVideoCollection(options, _media?.Urls);
        if (options.FaultRate > 0)
            InjectFaultsRandomly(options.FaultRate, options.Seed);

        _log = new RequestLog(options.TimeProvider, new KeyRedaction(ApiId, ApiKey), options.RequestLogCapacity);
        var router = new Router(new Credentials(ApiId, ApiKey), new ListOperation(Videos));
        var endpoint = new ServerEndpoint(options.Address, options.Port);
        _server = WireServer.Start(endpoint, new AuroraResponseProvider(router, _log, _faults, options, _stopping.Token));
        BaseAddress = endpoint.BaseAddress(_server.Port);
    }

    /// <summary>Gets the base address for the client under test, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the API ID that requests must contain.</summary>
    public string ApiId { get; }

    /// <summary>Gets the API key that requests must contain.</summary>
    public string ApiKey { get; }

    /// <summary>Gets the videos in the account. Changes apply to the next request.</summary>
    public AuroraVideoCollection Videos { get; }

    /// <summary>Starts a server. When this method returns, the server accepts requests.</summary>
    /// <param name="options">The options, or null to use the defaults.</param>
    /// <exception cref="ArgumentException">An option is not valid. No server is started.</exception>
    public static AuroraServer Start(AuroraServerOptions? options = null)
    {
        options ??= new AuroraServerOptions();
        AuroraServerOptionsValidator.Validate(options);
        return new AuroraServer(options);
    }

    /// <summary>Stops the server and releases its port. Requests that are waiting in a fault are aborted.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        _stopping.Cancel();
        _media?.Dispose();
        _server.Stop();
        _server.Dispose();
        _log.Dispose();
        _stopping.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync() => await Task.Run(Dispose).ConfigureAwait(false);
}
