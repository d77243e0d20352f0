namespace Aurora.Client;

public partial class AuroraClient
{
    // CUSTOM: all arguments are passed by name, so that a parameter that a later document adds at any position changes nothing here.
    /// <summary>Lists all videos of the account. The API has no paging, so the response contains the whole account.</summary>
    /// <inheritdoc cref="ListAsync(IEnumerable{Guid}, AuroraOrdering, CancellationToken)"/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(CancellationToken cancellationToken = default) =>
        ListAsync(default(AuroraOrdering), cancellationToken);

    /// <summary>Lists all videos of the account in the specified order.</summary>
    /// <inheritdoc cref="ListAsync(IEnumerable{Guid}, AuroraOrdering, CancellationToken)"/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(AuroraOrdering ordering, CancellationToken cancellationToken = default) =>
        Transport.SendListAsync<AuroraFlow>(ListRequest(ordering: ordering.ToQuery()), JsonValue.Read, tally: null, cancellationToken);

    /// <summary>Lists the videos with the specified ids.</summary>
    /// <param name="ids">
    /// From 1 to <see cref="AuroraApi.MaxIds"/> different ids. Duplicates are sent once. Videos that the account does not have are
    /// missing from the result.
    /// </param>
    /// <param name="ordering">The order of the videos. By default, the API chooses it.</param>
    /// <param name="cancellationToken">Cancels the call, even while the response is arriving.</param>
    /// <returns>The videos, in the order in which the API sent them. Never null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null. To list all videos, omit the argument.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="ids"/> is empty, which would list the whole account, or has more than <see cref="AuroraApi.MaxIds"/> ids. No request is sent.
    /// </exception>
    /// <exception cref="AuroraApiException">The API returned an error or an unreadable response, or did not respond.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(
        IEnumerable<Guid> ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default)
    {
        var request = ListRequest(ids: VideoIds.Join(ids, nameof(ids)), ordering: ordering.ToQuery());
        return Transport.SendListAsync<AuroraFlow>(request, JsonValue.Read, (ids as IdBatch)?.Tally, cancellationToken);
    }

    /// <summary>Lists the videos with the specified ids, in the form of the document: comma-separated text.</summary>
    /// <param name="ids">
    /// From 1 to <see cref="AuroraApi.MaxIds"/> different UUIDs in the form 8-4-4-4-12, separated by commas, with or without spaces around them.
    /// </param>
    /// <param name="ordering">The order of the videos. By default, the API chooses it.</param>
    /// <param name="cancellationToken">Cancels the call, even while the response is arriving.</param>
    /// <exception cref="ArgumentException">
    /// An entry is empty or is not a UUID (the message shows the first ten and their positions), <paramref name="ids"/> is empty, or it has
    /// more than <see cref="AuroraApi.MaxIds"/> ids. No request is sent.
    /// </exception>
    /// <inheritdoc cref="ListAsync(IEnumerable{Guid}, AuroraOrdering, CancellationToken)"/>
    public virtual Task<IReadOnlyList<AuroraFlow>> ListAsync(
        string ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default) =>
        ListAsync(VideoIds.Parse(ids, nameof(ids)), ordering, cancellationToken);

    /// <summary>
    /// Streams all videos of the account while the response arrives. Each video is returned as soon as its bytes have arrived, and memory use does
    /// not grow with the number of videos. Leaving the loop closes the connection.
    /// </summary>
    /// <param name="ordering">The order of the videos. By default, the API chooses it.</param>
    /// <param name="cancellationToken">Cancels the stream, even while the response is arriving.</param>
    /// <returns>The videos, in the order in which the API sent them.</returns>
    /// <exception cref="AuroraApiException">
    /// The API returned an error or an unreadable response, or did not respond. If the response ends too early,
    /// <see cref="AuroraApiException.Delivered"/> is the number of videos that were returned before, and the request is not repeated.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public virtual IAsyncEnumerable<AuroraFlow> StreamAsync(AuroraOrdering ordering = default, CancellationToken cancellationToken = default) =>
        Transport.StreamAsync<AuroraFlow>(ListRequest(ordering: ordering.ToQuery()), JsonValue.Read, cancellationToken);
}
