namespace Aurora.Client;

public partial interface IAuroraClient
{
    /// <summary>
    /// Gets any number of videos: <see cref="AuroraApi.MaxIds"/> a request, up to <see cref="AuroraClientOptions.MaxConcurrency"/>
    /// requests at a time. When the API throttles one of them, the others wait with it, in all for up to 5 minutes.
    /// </summary>
    /// <param name="ids">The same id twice counts once. No ids are no request.</param>
    /// <param name="progress">Told after each request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The videos in the order asked, and the ids that the account does not have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="AuroraApiException">A request failed; <see cref="AuroraApiException.Partial"/> has what had been read by then.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<AuroraVideos> GetManyAsync(IEnumerable<Guid> ids, IProgress<AuroraProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets any number of videos in the order asked, and keeps only as many of them in memory as its requests under way hold.
    /// The ids are taken as they are needed. The same id twice within a request counts once.
    /// </summary>
    /// <param name="ids">Any number, also an endless sequence.</param>
    /// <param name="missing">Told of each id that the account does not have, in its place in the order; null to pass over them.</param>
    /// <param name="cancellationToken">Ends the call. Leaving the loop early ends it too.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="AuroraApiException">A request failed. The videos of the requests before it have been handed out.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    IAsyncEnumerable<AuroraFlow> StreamManyAsync(IEnumerable<Guid> ids, Action<Guid>? missing = null, CancellationToken cancellationToken = default);

    /// <summary>Gets one video.</summary>
    /// <returns>The video, or null when the account does not have it.</returns>
    /// <exception cref="AuroraApiException">The API answered with an error, with something unreadable, or not at all.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<AuroraFlow?> FindAsync(Guid id, CancellationToken cancellationToken = default);
}
