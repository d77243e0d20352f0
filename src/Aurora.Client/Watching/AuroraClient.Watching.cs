namespace Aurora.Client;

public partial class AuroraClient
{
    /// <summary>
    /// Watches videos until the status of each is final (done, failed or rejected; an unknown status is not final). Returns each video after
    /// the first poll, and again whenever its status or progress changes. A poll requests only the videos that are not final yet, up to
    /// <see cref="AuroraApi.MaxIds"/> in one request. When the API throttles a poll, it is repeated after the time that the API asks for.
    /// </summary>
    /// <param name="ids">The ids of the videos, in any number. Duplicates are watched once.</param>
    /// <param name="options">How often to poll and for how long, or null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the watch.</param>
    /// <returns>The changes, in the order in which the polls find them.</returns>
    /// <exception cref="ArgumentException"><paramref name="ids"/> is null or empty, or an option is out of range. No request is sent.</exception>
    /// <exception cref="AuroraApiException">
    /// The account does not have some of the ids and <see cref="AuroraWatchOptions.OnMissing"/> is null (<see cref="AuroraErrorKind.NotFound"/>; the
    /// videos that it has are returned first), the deadline has passed (<see cref="AuroraErrorKind.Timeout"/>; if the last request failed, the
    /// exception contains its status code and <see cref="AuroraApiException.RetryAfter"/>), or a poll failed.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public virtual IAsyncEnumerable<AuroraChange> WatchAsync(
        IEnumerable<Guid> ids, AuroraWatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        options ??= new AuroraWatchOptions();
        options.ThrowIfInvalid(nameof(options));
        var watched = ids.Distinct().ToList();
        if (watched.Count == 0)
            throw new ArgumentException("There are no ids to watch.", nameof(ids));
        var schedule = new PollSchedule(options, Options.TimeProvider);
        var watch = new Watch(watched, ListBatchAsync, Options.MaxConcurrency, schedule, Logger, options.OnMissing);
        return _lifetime.RunAsync(watch.RunAsync, cancellationToken);
    }

    /// <summary>Waits until the status of each video is final, and returns the videos in the order of <paramref name="ids"/>, including failed and rejected ones.</summary>
    /// <param name="ids">The ids of the videos, in any number. Duplicates are watched once.</param>
    /// <param name="options">How often to poll and for how long, or null for the defaults.</param>
    /// <param name="progress">Receives each change, or null.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The videos in the order of <paramref name="ids"/>, without those that were passed to <see cref="AuroraWatchOptions.OnMissing"/>.</returns>
    /// <inheritdoc cref="WatchAsync"/>
    public virtual async Task<IReadOnlyList<AuroraFlow>> WaitForCompletionAsync(
        IEnumerable<Guid> ids, AuroraWatchOptions? options = null, IProgress<AuroraChange>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var order = ids.Distinct().ToList();
        var ended = new Dictionary<Guid, AuroraFlow>();
        await foreach (var change in WatchAsync(order, options, cancellationToken).ConfigureAwait(false))
        {
            progress?.Report(change);
            if (change.IsFinal)
                ended[change.Video.Id] = change.Video;
        }

        return [.. order.Where(ended.ContainsKey).Select(id => ended[id])];
    }
}
