using Aurora.Testing.Faults;
using Aurora.Testing.Listing;
using Aurora.Testing.Media;
using Aurora.Testing.Serving;
using WireMock.Server;

namespace Aurora.Testing;

/// <summary>
/// A fake Aurora API that runs inside the calling process, answers over real HTTP and can be reached from this machine only, unless
/// <see cref="AuroraServerOptions.AllowRemoteClients"/> says otherwise.
/// It answers <c>GET /api/aurora/</c> as the vendor's document says: keys, <c>ids</c>, <c>ordering</c> and errors.
/// </summary>
/// <remarks>All members may be used from several threads at once. Servers do not share anything, so each test can start its own.</remarks>
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
        _media = options.ServesMedia ? new MediaServer(options.Address) : null;
        Videos = new AuroraVideoCollection(options, _media?.Addresses);
        if (options.FaultRate > 0)
            InjectFaultsRandomly(options.FaultRate, options.Seed);

        _log = new RequestLog(options.TimeProvider, new KeyRedaction(ApiId, ApiKey), options.RequestLogCapacity);
        var router = new Router(new Credentials(ApiId, ApiKey), new ListOperation(Videos));
        var endpoint = new ServerEndpoint(options.Address, options.Port);
        _server = WireServer.Start(endpoint, new AuroraResponseProvider(router, _log, _faults, options, _stopping.Token));
        BaseAddress = endpoint.BaseAddress(_server.Port);
        Started?.Invoke(this);
    }

    /// <summary>Raised by the thread that starts a server: this repository's tests hold every request to the document.</summary>
    internal static event Action<AuroraServer>? Started;

    /// <summary>The address to give to the client under test, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The API ID that requests must carry.</summary>
    public string ApiId { get; }

    /// <summary>The API key that requests must carry.</summary>
    public string ApiKey { get; }

    /// <summary>The videos of the account. A change holds from the next request on.</summary>
    public AuroraVideoCollection Videos { get; }

    internal RequestLog Log => _log;

    /// <summary>Starts a server and returns when it answers.</summary>
    /// <param name="options">How to start; the defaults when null.</param>
    /// <exception cref="ArgumentException">An option is out of its range. Nothing has been started then.</exception>
    public static AuroraServer Start(AuroraServerOptions? options = null)
    {
        options ??= new AuroraServerOptions();
        AuroraServerOptionsValidator.Validate(options);
        return new AuroraServer(options);
    }

    /// <summary>Stops the server and frees its port. Requests that wait in a fault are broken off. A second call does nothing.</summary>
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
