using System.Runtime.CompilerServices;

namespace Aurora.Client;

public partial class AuroraClient
{
    /// <summary>
    /// Gets any number of videos by their ids. Each request names up to <see cref="AuroraApi.MaxIds"/> ids, and up to
    /// <see cref="AuroraClientOptions.MaxConcurrency"/> requests run at the same time. When the API throttles a request, all requests of this call
    /// wait, and then run one at a time until the API accepts them again. The call fails if the API accepts none of its requests
    /// for 5 minutes, or asks to wait longer than that.
    /// </summary>
    /// <param name="ids">The ids. Duplicates are requested once. An empty sequence sends no request.</param>
    /// <param name="progress">Receives a report after each request, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The videos in the order of <paramref name="ids"/>, and the ids that the account does not have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="AuroraApiException">A request failed. <see cref="AuroraApiException.PartialResult"/> contains what was read before.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public virtual async Task<AuroraBatchResult> GetManyAsync(
        IEnumerable<Guid> ids, IProgress<AuroraBatchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        using var span = AuroraTelemetry.Start("aurora_list many");
        var batches = IdBatch.Split(ids.Distinct()).ToList();
        span?.SetTag("aurora.batches", batches.Count);

        var videos = new List<AuroraFlow>();
        var missing = new List<Guid>();
        var requests = 0;
        try
        {
            await foreach (var batch in FetchAsync(batches, cancellationToken).ConfigureAwait(false))
            {
                videos.AddRange(batch.Videos);
                missing.AddRange(batch.MissingIds);
                progress?.Report(new AuroraBatchProgress(videos.Count, missing.Count, ++requests, batches.Count));
            }
        }
        catch (AuroraApiException exception)
        {
            throw exception.InCall(exception.Attempts, new AuroraBatchResult(videos, missing));
        }

        return new AuroraBatchResult(videos, missing);
    }

    /// <summary>
    /// Streams any number of videos by their ids, in the order of the ids. Ids are read from the sequence only when they are needed, and only
    /// the videos of the requests that are running are held in memory. When the API throttles a request, the stream waits as
    /// <see cref="GetManyAsync"/> does.
    /// </summary>
    /// <param name="ids">The ids, which may be an endless sequence. Duplicates within one request are requested once.</param>
    /// <param name="missing">Called for each id that the account does not have, in the order of <paramref name="ids"/>; null to skip these ids.</param>
    /// <param name="cancellationToken">Cancels the stream. Leaving the loop early cancels the running requests as well.</param>
    /// <returns>The videos in the order of <paramref name="ids"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="AuroraApiException">A request failed. The videos of all earlier requests have been returned.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public virtual IAsyncEnumerable<AuroraFlow> StreamManyAsync(
        IEnumerable<Guid> ids, Action<Guid>? missing = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return StreamBatchesAsync(ids, missing, cancellationToken);
    }

    /// <summary>Gets one video by its id.</summary>
    /// <param name="id">The id of the video.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The video, or null when the account does not have it.</returns>
    /// <exception cref="AuroraApiException">The API returned an error or an unreadable response, or did not respond.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public virtual async Task<AuroraFlow?> FindAsync(Guid id, CancellationToken cancellationToken = default) =>
        (await ListAsync([id], cancellationToken: cancellationToken).ConfigureAwait(false)).FirstOrDefault(video => video.Id == id);

    private async IAsyncEnumerable<AuroraFlow> StreamBatchesAsync(
        IEnumerable<Guid> ids, Action<Guid>? missing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in FetchAsync(IdBatch.Split(ids), cancellationToken).ConfigureAwait(false))
        {
            foreach (var id in batch.MissingIds)
                missing?.Invoke(id);
            foreach (var video in batch.Videos)
                yield return video;
        }
    }

    private IAsyncEnumerable<AuroraBatchResult> FetchAsync(IEnumerable<IdBatch> batches, CancellationToken cancellationToken)
    {
        var tally = new CallTally();
        var gate = new ThrottleGate(Options.TimeProvider, tally, ThrottleGate.Patience, Logger);
        var fetcher = new BatchFetcher(ListBatchAsync, Options.MaxConcurrency, tally, gate);
        return _lifetime.RunAsync(token => fetcher.FetchAsync(batches, token), cancellationToken);
    }

    // This calls the virtual method, so that a test double changes every call that is built on it.
    private Task<IReadOnlyList<AuroraFlow>> ListBatchAsync(IReadOnlyList<Guid> batch, CancellationToken cancellationToken) =>
        ListAsync(batch, cancellationToken: cancellationToken);
}
