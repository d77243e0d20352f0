using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.Client;

/// <summary>
/// The client for the Aurora video API. It is safe to use from several threads. Create one and keep it, because it owns its connections: at most
/// 256, unless you pass a handler. A request waits for a free connection when all of them are in use.
/// </summary>
/// <remarks>
/// Every operation is a virtual member, so that a test double can derive from this class or be made by a mocking library. The members that are
/// built on others (<see cref="FindAsync"/>, <see cref="GetManyAsync"/>, <see cref="StreamManyAsync"/>, <see cref="WatchAsync"/> and
/// <see cref="WaitForCompletionAsync"/>) call <see cref="ListAsync(IEnumerable{Guid}, AuroraOrdering, CancellationToken)"/>: override it to change
/// all of them.
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(RefusedByJson))]
[Newtonsoft.Json.JsonConverter(typeof(RefusedByJson.Newtonsoft))]
public partial class AuroraClient : IDisposable
{
    private readonly AuroraTransport? _transport;
    private readonly AuroraClientOptions? _doubleOptions;

    /// <summary>Creates a client that sends requests through your <see cref="HttpClient"/> and adds the keys to them.</summary>
    /// <param name="http">
    /// It is not disposed with the client. Its handler must not follow redirects, which would carry the keys along. Leave its timeout
    /// infinite, because it does not cover the body of a response.
    /// </param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="http"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of range. The message names every such option and shows no key.</exception>
    public AuroraClient(HttpClient http, AuroraClientOptions options)
        : this(http, Fixed(options), NullLogger.Instance, TransportRole.AuthenticatesItself)
    {
        ArgumentNullException.ThrowIfNull(http);
    }

    /// <summary>Creates a test double, which sends nothing: a member that is not overridden throws <see cref="InvalidOperationException"/>.</summary>
    protected AuroraClient()
        : this(new AuroraClientOptions())
    {
    }

    /// <summary>Creates a test double, which sends nothing: a member that is not overridden throws <see cref="InvalidOperationException"/>.</summary>
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

    internal AuroraClient(HttpClient http, Func<AuroraClientOptions> options, ILogger logger, TransportRole role) =>
        _transport = new AuroraTransport(http, options, new DriftReporter(options, logger), role);

    /// <summary>Gets the document that this client was generated from.</summary>
    public static AuroraSpecification Specification => AuroraSpecification.OfThisAssembly;

    private AuroraClientOptions Options => _doubleOptions ?? Transport.Options;

    private AuroraTransport Transport => _transport ?? throw new InvalidOperationException(
        "This AuroraClient is a test double and sends no requests. Override the member that was called, or ListAsync if it is built on that.");

    /// <summary>Creates a client for the vendor's API.</summary>
    /// <param name="apiId">The API ID.</param>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">A key is missing or contains characters that are not allowed in a header. The message does not show it.</exception>
    public static AuroraClient Create(string apiId, string apiKey) => Create(new AuroraClientOptions { ApiId = apiId, ApiKey = apiKey });

    /// <summary>Creates a client that owns its connections.</summary>
    /// <param name="options">The options. They are copied.</param>
    /// <param name="handler">The handler that sends the requests, or null for the network. It is disposed with the client.</param>
    /// <param name="logger">The logger for schema drift, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of range. The message names every such option and shows no key.</exception>
    public static AuroraClient Create(AuroraClientOptions options, HttpMessageHandler? handler = null, ILogger<AuroraClient>? logger = null)
    {
        var current = Fixed(options);
        var authentication = new AuthenticationHandler(current) { InnerHandler = handler ?? WireHandler.Create() };
        // The timeouts are ours: HttpClient's own ends with the headers.
        var http = new HttpClient(authentication) { Timeout = Timeout.InfiniteTimeSpan };
        return new AuroraClient(http, current, (ILogger?)logger ?? NullLogger.Instance, TransportRole.OwnsHttpClient);
    }

    /// <summary>Closes the connections if the client owns them. Calls that are running end with an error.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections when <paramref name="disposing"/> is true.</summary>
    /// <param name="disposing">Whether the call comes from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _transport?.Dispose();
    }

    private static Func<AuroraClientOptions> Fixed(AuroraClientOptions options)
    {
        AuroraClientOptionsValidator.ThrowIfInvalid(options);
        var copy = options.Clone();
        return () => copy;
    }
}
