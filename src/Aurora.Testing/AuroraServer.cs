using WireMock.Server;

namespace Aurora.Testing;

/// <summary>
/// A fake Aurora API that runs in the calling process and serves HTTP on a loopback address. It serves every operation of the document that the
/// client was generated from, or of <see cref="AuroraServerOptions.Document"/>, and checks the keys, parameters and bodies of requests.
/// </summary>
/// <remarks>
/// All members are thread-safe. Servers share no state, so each test can start its own. Other machines can connect only if
/// <see cref="AuroraServerOptions.AllowRemoteClients"/> is true.
/// </remarks>
public sealed partial class AuroraServer : IDisposable, IAsyncDisposable
{
    private readonly MediaServer? _media;
    private readonly RequestLog _log;
    private readonly Routes _routes;
    private readonly FaultPlan _faults = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _isDisposed;

    private AuroraServer(AuroraServerOptions options)
    {
        ApiId = options.ApiId;
        ApiKey = options.ApiKey;
        _media = options.ServeMedia ? new MediaServer(options.Address) : null;
        var document = options.Document is null ? ApiDocument.Embedded : ApiDocument.Parse(options.Document);
        var factory = new VideoFactory(options, _media?.Urls);
        var operations = new OperationTable(document, factory);
        Videos = new AuroraVideoCollection(operations.Videos ?? new OperationTable(ApiDocument.Embedded, factory).Videos!, factory);
        if (options.FaultRate > 0)
            InjectFaultsRandomly(options.FaultRate, options.Seed);

        _routes = new Routes(document);
        _log = new RequestLog(options.TimeProvider, ApiId, ApiKey, _routes, options.RequestLogCapacity);
        var router = new Router(_routes, new Credentials(ApiId, ApiKey, document), operations);
        var provider = new AuroraResponseProvider(router, _log, _faults, options, _stopping.Token);
        (WireMock, BaseAddress) = WireServer.Start(options.Address, options.Port, provider);
    }

    /// <summary>Gets the base address for the client under test, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets the API ID that requests must contain.</summary>
    public string ApiId { get; }

    /// <summary>Gets the API key that requests must contain.</summary>
    public string ApiKey { get; }

    /// <summary>Gets the videos in the account. Changes apply to the next request.</summary>
    public AuroraVideoCollection Videos { get; }

    /// <summary>
    /// Gets the underlying server, for mappings of your own. They take precedence over the operations of the document, and the request log of this
    /// class does not contain their requests.
    /// </summary>
    public WireMockServer WireMock { get; }

    /// <summary>Starts a server. When this method returns, the server accepts requests.</summary>
    /// <param name="options">The options, or null to use the defaults.</param>
    /// <exception cref="ArgumentException">An option is not valid. No server is started.</exception>
    public static AuroraServer Start(AuroraServerOptions? options = null)
    {
        options ??= new AuroraServerOptions();
        // The first server loads the document while the media server starts.
        if (options.Document is null)
            Task.Run(() => ApiDocument.Embedded);
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
        WireMock.Stop();
        WireMock.Dispose();
        _log.Dispose();
        _stopping.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync() => await Task.Run(Dispose).ConfigureAwait(false);
}
