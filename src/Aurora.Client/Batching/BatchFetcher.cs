using System.Runtime.CompilerServices;

namespace Aurora.Client;

/// <summary>Sends several requests for batches of ids at the same time, and returns the results in order.</summary>
internal sealed class BatchFetcher(Func<IReadOnlyList<Guid>, CancellationToken, Task<IReadOnlyList<AuroraFlow>>> list, int maxConcurrency, CallTally tally, ThrottleGate gate)
{
    public async IAsyncEnumerable<AuroraBatchResult> FetchAsync(IEnumerable<IdBatch> batches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new Queue<Task<AuroraBatchResult>>();
        using var remaining = batches.GetEnumerator();
        try
        {
            while (true)
            {
                while (underWay.Count < maxConcurrency && remaining.MoveNext())
                    underWay.Enqueue(FetchOneAsync(remaining.Current, ending.Token));
                if (underWay.Count == 0)
                    yield break;
                cancellationToken.ThrowIfCancellationRequested();
                var result = await FirstFailureOr(underWay, cancellationToken).ConfigureAwait(false);
                _ = underWay.Dequeue();
                yield return result;
            }
        }
        finally
        {
            // This runs also when the caller leaves the loop, so that no request keeps running and no exception stays unobserved.
            ending.Cancel();
            await Task.WhenAll(underWay.Select(Settle)).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the oldest result, but throws as soon as any request fails.</summary>
    private async Task<AuroraBatchResult> FirstFailureOr(Queue<Task<AuroraBatchResult>> underWay, CancellationToken cancellationToken)
    {
        var oldest = underWay.Peek();
        var others = underWay.ToList();
        try
        {
            while (!oldest.IsCompleted)
            {
                var finished = await Task.WhenAny(others).ConfigureAwait(false);
                if (finished.Status != TaskStatus.RanToCompletion)
                    return await finished.ConfigureAwait(false);
                others.Remove(finished);
            }

            return await oldest.ConfigureAwait(false);
        }
        catch (AuroraApiException exception)
        {
            throw exception.InCall(Math.Max(exception.Attempts, tally.Attempts));
        }
        catch (OperationCanceledException)
        {
            // The exception must carry the caller's token, and not the one that all requests of the call share.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static async Task Settle(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is AuroraApiException or OperationCanceledException)
        {
            // The caller already has the first failure.
        }
    }

    private Task<AuroraBatchResult> FetchOneAsync(IdBatch batch, CancellationToken cancellationToken)
    {
        batch.Tally = tally;
        return gate.PassAsync(async token => IdBatch.Match(batch, await list(batch, token).ConfigureAwait(false)), cancellationToken);
    }
}

/// <summary>
/// The ids of one request out of several. Its type tells the client not to wait when the API throttles the request: the call waits,
/// because it must delay its other requests as well.
/// </summary>
internal sealed class IdBatch() : List<Guid>(AuroraApi.MaxIds)
{
    public CallTally? Tally { get; set; }

    /// <summary>Splits any number of ids into batches. Ids are read only when a batch is needed. Duplicates within a batch are removed.</summary>
    public static IEnumerable<IdBatch> Split(IEnumerable<Guid> ids)
    {
        var batch = new IdBatch();
        var seen = new HashSet<Guid>();
        foreach (var id in ids)
        {
            if (seen.Add(id))
                batch.Add(id);
            if (batch.Count < AuroraApi.MaxIds)
                continue;
            yield return batch;
            batch = [];
            seen.Clear();
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>Orders the videos of a response by their ids, and finds the ids that have no video.</summary>
    public static AuroraBatchResult Match(IReadOnlyList<Guid> ids, IReadOnlyList<AuroraFlow> answer)
    {
        var found = new Dictionary<Guid, AuroraFlow>();
        foreach (var video in answer)
            found[video.Id] = video;
        return new AuroraBatchResult([.. ids.Where(found.ContainsKey).Select(id => found[id])], [.. ids.Where(id => !found.ContainsKey(id))]);
    }
}
