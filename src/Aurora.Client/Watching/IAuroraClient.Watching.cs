namespace Aurora.Client;

public partial interface IAuroraClient
{
    /// <summary>
    /// Watches videos until all of them have ended (done, failed or rejected; an unknown status is no end): hands out each
    /// at the first poll, and again whenever its status or progress changes. Only those still running are asked for,
    /// <see cref="AuroraApi.MaxIds"/> a request. A poll that the API throttles is made again when it asks for it.
    /// </summary>
    /// <param name="ids">Any number; the same id twice counts once.</param>
    /// <param name="options">How often and how long; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="ArgumentException"><paramref name="ids"/> is null or empty, or an option is out of its range. Nothing has been sent.</exception>
    /// <exception cref="AuroraApiException">
    /// The account does not have some of the ids (<see cref="AuroraErrorKind.NotFound"/>; those it has were handed out first),
    /// the deadline has passed (<see cref="AuroraErrorKind.Timeout"/>), or a poll failed.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    IAsyncEnumerable<AuroraChange> WatchAsync(IEnumerable<Guid> ids, AuroraWatchOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Waits until videos have ended, and returns them in the order asked: those that failed or were rejected too.</summary>
    /// <param name="ids">Any number; the same id twice counts once.</param>
    /// <param name="options">How often and how long; null for the defaults.</param>
    /// <param name="progress">Told of every change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <inheritdoc cref="WatchAsync"/>
    Task<IReadOnlyList<AuroraFlow>> WaitAsync(IEnumerable<Guid> ids, AuroraWatchOptions? options = null, IProgress<AuroraChange>? progress = null, CancellationToken cancellationToken = default);
}
