namespace Aurora.Client;

public partial class AuroraClient
{
    /// <inheritdoc/>
    public virtual IAsyncEnumerable<AuroraChange> WatchAsync(IEnumerable<Guid> ids, AuroraWatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        options ??= new AuroraWatchOptions();
        options.ThrowIfInvalid(nameof(options));
        var watched = ids.Distinct().ToList();
        if (watched.Count == 0)
            throw new ArgumentException("There are no ids to watch.", nameof(ids));
        var schedule = new PollSchedule(options, Options.TimeProvider);
        return new Watch(watched, ListBatchAsync, Options.MaxConcurrency, schedule).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public virtual async Task<IReadOnlyList<AuroraFlow>> WaitAsync(
        IEnumerable<Guid> ids, AuroraWatchOptions? options = null, IProgress<AuroraChange>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var order = ids.Distinct().ToList();
        var ended = new Dictionary<Guid, AuroraFlow>();
        await foreach (var change in WatchAsync(order, options, cancellationToken).ConfigureAwait(false))
        {
            progress?.Report(change);
            if (change.HasEnded)
                ended[change.Video.Id] = change.Video;
        }

        return [.. order.Select(id => ended[id])];
    }
}
