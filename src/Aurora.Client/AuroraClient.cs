using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.Client;

/// <summary>
/// The client for the Aurora video API. It is thread-safe. Create one client and reuse it, because it owns its connections: at most
/// 256, unless you pass a handler. A request waits for a free connection when all of them are in use.
/// </summary>
/// <remarks>
/// Every operation is a virtual member, so a test double can derive from this class, and mocking libraries can replace it. Some members are
/// built on others: <see cref="FindAsync"/>, <see cref="GetManyAsync"/>, <see cref="StreamManyAsync"/>, <see cref="WatchAsync"/> and
/// <see cref="WaitForCompletionAsync"/> call <see cref="ListAsync(IEnumerable{Guid}, AuroraOrdering, CancellationToken)"/>. Override it to change
/// all of them.
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(RefusedByJson))]
[Newtonsoft.Json.JsonConverter(typeof(RefusedByJson.Newtonsoft))]
public partial class AuroraClient : IDisposable
{
    private readonly ClientLifetime _lifetime = new();
    private readonly AuroraTransport? _transport;
    private readonly MediaClient? _media;
    private readonly AuroraClientOptions? _doubleOptions;

    /// <summary>Creates a client that sends requests through your <see cref="HttpClient"/> and adds the keys to them.</summary>
    /// <param name="http">
    /// The client does not dispose it. Its handler must not follow redirects, because they would send the keys to another server: a response from another
    /// origin throws an <see cref="AuroraApiException"/>. The handler must not use a proxy for loopback addresses. Set the timeout of the
    /// <see cref="HttpClient"/> to infinite, because the client has its own timeouts.
    /// </param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="http"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of range. The message names every such option and shows no key.</exception>
    public AuroraClient(HttpClient http, AuroraClientOptions options)
        : this(http, Fixed(options), NullLogger.Instance, TransportRole.AuthenticatesItself)
    {
        ArgumentNullException.ThrowIfNull(http);
    }

    /// <summary>Creates a test double, which sends no requests. Members that are not overridden throw an <see cref="InvalidOperationException"/>.</summary>
    protected AuroraClient()
        : this(new AuroraClientOptions())
    {
    }

    /// <summary>Creates a test double, which sends no requests. Members that are not overridden throw an <see cref="InvalidOperationException"/>.</summary>
    /// <param name="options">
    /// The options for the members that are built on others, such as <see cref="AuroraClientOptions.MaxConcurrency"/> and
    /// <see cref="AuroraClientOptions.TimeProvider"/>. The keys are not required.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    protected AuroraClient(AuroraClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _doubleOptions = options.Clone();
    }

    internal AuroraClient(HttpClient http, Func<AuroraClientOptions> options, ILogger logger, TransportRole role, bool hasOwnHandler = false)
    {
        _transport = new AuroraTransport(http, options, new DriftReporter(options, logger), logger, role, _lifetime);
        _media = new MediaClient(hasOwnHandler ? null : http);
    }

    /// <summary>Gets the document from which this client was generated.</summary>
    public static AuroraSpecification Specification => AuroraSpecification.OfThisAssembly;

    private AuroraClientOptions Options => _doubleOptions ?? Transport.Options;

    private ILogger Logger => _transport?.Logger ?? NullLogger.Instance;

    private AuroraTransport Transport => _transport ?? throw new InvalidOperationException(
        "This AuroraClient is a test double and sends no requests. Override the member that was called, or ListAsync if the member calls it.");

    /// <summary>Creates a client for the vendor's API.</summary>
    /// <param name="apiId">The API ID.</param>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">A key is missing or contains characters that are not allowed in a header. The message does not show it.</exception>
    /// <exception cref="PlatformNotSupportedException">The client runs in a browser. Pass an <see cref="HttpClient"/> to the constructor instead.</exception>
    [UnsupportedOSPlatform("browser")]
    public static AuroraClient Create(string apiId, string apiKey) => Create(new AuroraClientOptions { ApiId = apiId, ApiKey = apiKey });

    /// <summary>Creates a client that owns its connections.</summary>
    /// <param name="options">The options. They are copied.</param>
    /// <param name="logger">The logger for schema drift, retries and waits, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of range. The message names every such option and shows no key.</exception>
    /// <exception cref="PlatformNotSupportedException">The client runs in a browser. Pass an <see cref="HttpClient"/> to the constructor instead.</exception>
    [UnsupportedOSPlatform("browser")]
    public static AuroraClient Create(AuroraClientOptions options, ILogger<AuroraClient>? logger = null) =>
        Create(options, BrowserSupport.CreateHandler(BrowserSupport.IsBrowser), logger, isOwnHandler: true);

    /// <summary>Creates a client that sends requests through your handler. To set a proxy or a certificate, adapt the handler that <c>CreateHandler</c> returns.</summary>
    /// <param name="options">The options. They are copied.</param>
    /// <param name="handler">
    /// The handler, or a chain of handlers. The client disposes it, turns off its automatic redirects, and does not use its proxy for loopback addresses.
    /// The keys are added after the last <see cref="DelegatingHandler"/>, so that no handler in the chain sees them. If the last
    /// <see cref="DelegatingHandler"/> has no inner handler, the client adds one that sends the requests.
    /// </param>
    /// <param name="logger">The logger for schema drift, retries and waits, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> or <paramref name="handler"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An option is out of range (the message names every such option and shows no key), or the handler follows redirects and can no longer be changed
    /// because it has already sent a request.
    /// </exception>
    public static AuroraClient Create(AuroraClientOptions options, HttpMessageHandler handler, ILogger<AuroraClient>? logger = null) =>
        Create(options, handler, logger, isOwnHandler: false);

#if NET
    /// <summary>Returns a new handler with the settings of the client, to which you can add a proxy, a certificate authority or a client certificate.</summary>
    /// <returns>
    /// A handler for <see cref="Create(AuroraClientOptions, HttpMessageHandler, ILogger{AuroraClient})"/>. It does not follow redirects, does not store
    /// cookies, and does not use a proxy for loopback addresses.
    /// </returns>
    /// <example>
    /// <code>
    /// var handler = AuroraClient.CreateHandler();
    /// handler.Proxy = new WebProxy("http://proxy.example:3128") { Credentials = new NetworkCredential(user, password) };
    /// using var aurora = AuroraClient.Create(options, handler);
    /// </code>
    /// </example>
    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateHandler() => WireHandler.Create();
#endif

    /// <summary>Closes the connections if the client owns them. Running calls and later calls throw an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections if <paramref name="disposing"/> is true.</summary>
    /// <param name="disposing">True if <see cref="Dispose()"/> calls this method.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _lifetime.Dispose();
        _transport?.Dispose();
        _media?.Dispose();
    }

    private static AuroraClient Create(AuroraClientOptions options, HttpMessageHandler handler, ILogger? logger, bool isOwnHandler)
    {
        var current = Fixed(options);
        ArgumentNullException.ThrowIfNull(handler);
        // The timeouts are ours: HttpClient's own ends with the headers.
        var http = new HttpClient(HandlerChain.Secure(handler, current().BaseAddress)) { Timeout = Timeout.InfiniteTimeSpan };
        return new AuroraClient(http, current, logger ?? NullLogger.Instance, TransportRole.OwnsHttpClient, isOwnHandler);
    }

    private static Func<AuroraClientOptions> Fixed(AuroraClientOptions options)
    {
        AuroraClientOptionsValidator.ThrowIfInvalid(options);
        var copy = options.Clone();
        return () => copy;
    }
}
