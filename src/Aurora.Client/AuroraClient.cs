namespace Aurora.Client;

/// <summary>
/// The client for the Aurora video API. Safe to use from many threads; make one and keep it, since it holds the connections.
/// </summary>
public partial class AuroraClient : IDisposable
{
    private readonly AuroraTransport _transport;

    internal AuroraClient(AuroraTransport transport) => _transport = transport;

    /// <summary>Makes a client for the vendor's API with these keys.</summary>
    /// <exception cref="ArgumentException">A key is missing, or holds what a header cannot. The message does not show it.</exception>
    public static AuroraClient Create(string apiId, string apiKey) => Create(new AuroraClientOptions { ApiId = apiId, ApiKey = apiKey });

    /// <summary>Makes a client with these options, which are read once.</summary>
    /// <exception cref="ArgumentException">An option is out of its range. The message names them all and shows no key.</exception>
    public static AuroraClient Create(AuroraClientOptions options) => new(AuroraTransport.Create(options));

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(CancellationToken cancellationToken = default) =>
        ListCoreAsync(ids: null, ordering: null, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(AuroraOrdering ordering, CancellationToken cancellationToken = default) =>
        ListCoreAsync(ids: null, ordering.ToQuery(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(
        IEnumerable<Guid> ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default) =>
        ListCoreAsync(VideoIds.Join(ids, nameof(ids)), ordering.ToQuery(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(
        string ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default) =>
        ListCoreAsync(VideoIds.Normalize(ids, nameof(ids)), ordering.ToQuery(), cancellationToken);

    /// <summary>Closes the connections; calls under way end with an error.</summary>
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

    private Task<T> SendAsync<T>(AuroraRequest request, CancellationToken cancellationToken) =>
        _transport.SendAsync<T>(request, cancellationToken);

#pragma warning disable IDE0051 // Called by operations without a response body, of which today's document has none.
    private Task SendAsync(AuroraRequest request, CancellationToken cancellationToken) => _transport.SendAsync(request, cancellationToken);
#pragma warning restore IDE0051
}
