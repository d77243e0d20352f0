using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.Client;

/// <summary>
/// The client for the Aurora video API. Safe to use from many threads; make one and keep it, since it holds the connections: 256 at the
/// most, unless the caller brings the handler. A request that finds all of them in use waits for one.
/// </summary>
public partial class AuroraClient : IDisposable
{
    private readonly AuroraTransport _transport;

    /// <summary>Makes a client that sends through an <see cref="HttpClient"/> of the caller's, and adds the keys itself.</summary>
    /// <param name="http">
    /// Not disposed with the client. Its handler must not follow redirects, which would carry the keys along, and its own
    /// timeout ends with a response's headers: leave it infinite.
    /// </param>
    /// <param name="options">How to reach the API; read once.</param>
    /// <exception cref="ArgumentException">An option is out of its range. The message names them all and shows no key.</exception>
    public AuroraClient(HttpClient http, AuroraClientOptions options)
        : this(http, Fixed(options), NullLogger.Instance, TransportRole.AuthenticatesItself)
    {
        ArgumentNullException.ThrowIfNull(http);
    }

    internal AuroraClient(HttpClient http, Func<AuroraClientOptions> options, ILogger logger, TransportRole role) =>
        _transport = new AuroraTransport(http, options, new DriftReporter(options, logger), role);

    /// <summary>Which document of the vendor's this client was generated from.</summary>
    public static AuroraSpecification Specification => AuroraSpecification.OfThisAssembly;

    /// <summary>The options as they are now.</summary>
    private AuroraClientOptions Options => _transport.Options;

    /// <summary>Makes a client for the vendor's API with these keys.</summary>
    /// <exception cref="ArgumentException">A key is missing, or holds what a header cannot. The message does not show it.</exception>
    public static AuroraClient Create(string apiId, string apiKey) => Create(new AuroraClientOptions { ApiId = apiId, ApiKey = apiKey });

    /// <summary>Makes a client that owns its connections.</summary>
    /// <param name="options">How to reach the API; read once.</param>
    /// <param name="handler">What to send through in place of the network, or null. Disposed with the client.</param>
    /// <param name="logger">Where to tell of schema drift, or null.</param>
    /// <param name="clock">The clock of every timeout, pause and interval; null for the system's.</param>
    /// <exception cref="ArgumentException">An option is out of its range. The message names them all and shows no key.</exception>
    public static AuroraClient Create(AuroraClientOptions options, HttpMessageHandler? handler = null, ILogger<AuroraClient>? logger = null, TimeProvider? clock = null)
    {
        var current = Fixed(options, clock);
        var authentication = new AuthenticationHandler(current) { InnerHandler = handler ?? WireHandler.Create() };
        // The timeouts are ours: HttpClient's own ends with the headers.
        var http = new HttpClient(authentication) { Timeout = Timeout.InfiniteTimeSpan };
        return new AuroraClient(http, current, (ILogger?)logger ?? NullLogger.Instance, TransportRole.OwnsHttpClient);
    }

    // CUSTOM: every argument by its name, so that a parameter that the document gains, wherever it stands, changes nothing here.
    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(CancellationToken cancellationToken = default) =>
        ListCoreAsync(cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(AuroraOrdering ordering, CancellationToken cancellationToken = default) =>
        ListCoreAsync(ordering: ordering.ToQuery(), cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(
        IEnumerable<Guid> ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default) =>
        ListCoreAsync(ids: VideoIds.Join(ids, nameof(ids)), ordering: ordering.ToQuery(), cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(
        string ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default) =>
        ListCoreAsync(ids: VideoIds.Normalize(ids, nameof(ids)), ordering: ordering.ToQuery(), cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<AuroraFlow> StreamAsync(AuroraOrdering ordering = default, CancellationToken cancellationToken = default) =>
        _transport.StreamAsync<AuroraFlow>(ListRequest(ordering: ordering.ToQuery()), JsonValue.Read, cancellationToken);

    /// <summary>Closes the connections, where the client owns them; calls under way end with an error.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections when <paramref name="disposing"/>.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _transport.Dispose();
    }

    private static Func<AuroraClientOptions> Fixed(AuroraClientOptions options, TimeProvider? clock = null)
    {
        AuroraClientOptionsValidator.ThrowIfInvalid(options);
        var copy = options.Clone();
        copy.TimeProvider = clock ?? TimeProvider.System;
        return () => copy;
    }
}
