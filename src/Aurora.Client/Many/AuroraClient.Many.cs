using System.Runtime.CompilerServices;

namespace Aurora.Client;

public partial class AuroraClient
{
    /// <inheritdoc/>
    public virtual async Task<AuroraVideos> GetManyAsync(IEnumerable<Guid> ids, IProgress<AuroraProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var asked = ids.Distinct().ToList();
        using var span = AuroraTelemetry.Start("aurora_list many");
        var batches = IdBatch.Split(asked).ToList();
        span?.SetTag("aurora.batches", batches.Count);

        var videos = new List<AuroraFlow>();
        var missing = new List<Guid>();
        var requests = 0;
        try
        {
            await foreach (var batch in Fetcher().FetchAsync(batches, cancellationToken).ConfigureAwait(false))
            {
                videos.AddRange(batch.Videos);
                missing.AddRange(batch.Missing);
                progress?.Report(new AuroraProgress(videos.Count, missing.Count, ++requests, batches.Count));
            }
        }
        catch (AuroraApiException exception)
        {
            exception.Partial = new AuroraVideos(videos, missing);
            throw;
        }

        return new AuroraVideos(videos, missing);
    }

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<AuroraFlow> StreamManyAsync(IEnumerable<Guid> ids, Action<Guid>? missing = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return StreamBatchesAsync(ids, missing, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual async Task<AuroraFlow?> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        (await ListAsync([id], cancellationToken: cancellationToken).ConfigureAwait(false)).FirstOrDefault(video => video.Id == id);

    private async IAsyncEnumerable<AuroraFlow> StreamBatchesAsync(IEnumerable<Guid> ids, Action<Guid>? missing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in Fetcher().FetchAsync(IdBatch.Split(ids), cancellationToken).ConfigureAwait(false))
        {
            foreach (var id in batch.Missing)
                missing?.Invoke(id);
            foreach (var video in batch.Videos)
                yield return video;
        }
    }

    private BatchFetcher Fetcher() => new(ListBatchAsync, Options.MaxConcurrency, new ThrottleGate(Options.TimeProvider));

    private Task<IReadOnlyList<AuroraFlow>> ListBatchAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        _transport.SendListAsync<AuroraFlow>(ListRequest(ids: VideoIds.Join(ids, nameof(ids))), JsonValue.Read, leavesThrottling: true, cancellationToken);
}
