using System.Runtime.CompilerServices;

namespace Aurora.Cli.Videos;

/// <summary>Requests videos from the API and filters them.</summary>
/// <param name="Ids">The ids of the videos, or null for the whole account.</param>
/// <param name="Filter">The filter for the videos that the API returns.</param>
internal sealed record VideoQuery(IReadOnlyList<Guid>? Ids, AuroraOrdering Ordering, VideoFilter Filter)
{
    /// <summary>The ids that were not found. The list is complete when all videos have been enumerated.</summary>
    public IReadOnlyCollection<Guid> Missing => _missing;

    private readonly List<Guid> _missing = [];

    /// <summary>Returns all videos. Incomplete responses are requested again.</summary>
    public async Task<IReadOnlyList<AuroraFlow>> ListAsync(AuroraClient client, CancellationToken cancellationToken)
    {
        if (Ids is null)
            return [.. (await client.ListAsync(Ordering, cancellationToken)).Where(Filter.Matches)];
        return await StreamAsync(client, cancellationToken).ToListAsync(cancellationToken);
    }

    /// <summary>Returns the videos as they arrive, in constant memory.</summary>
    public IAsyncEnumerable<AuroraFlow> StreamAsync(AuroraClient client, CancellationToken cancellationToken) =>
        Source(client, cancellationToken).Where(Filter.Matches);

    private IAsyncEnumerable<AuroraFlow> Source(AuroraClient client, CancellationToken cancellationToken)
    {
        if (Ids is null)
            return client.StreamAsync(Ordering, cancellationToken);
        // Only the API can apply an ordering, so several batches cannot be merged in order.
        return Ids.Count > AuroraApi.MaxIds && Ordering == default
            ? client.StreamManyAsync(Ids, _missing.Add, cancellationToken)
            : SelectAsync(client, cancellationToken);
    }

    private async IAsyncEnumerable<AuroraFlow> SelectAsync(AuroraClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var remaining = Ids!.ToHashSet();
        var isOneRequest = Ids!.Count <= AuroraApi.MaxIds;
        var videos = isOneRequest
            ? (await client.ListAsync(Ids, Ordering, cancellationToken)).ToAsyncEnumerable()
            : client.StreamAsync(Ordering, cancellationToken);
        await foreach (var video in videos)
        {
            if (remaining.Remove(video.Id) || isOneRequest)
                yield return video;
        }

        _missing.AddRange(Ids.Where(remaining.Contains));
    }

    /// <summary>Writes the ids that were not found to standard error in the order of the request. Returns whether there are any.</summary>
    public static bool ReportMissing(IReadOnlyList<Guid>? requested, IEnumerable<Guid> missingIds, ToolConsole console)
    {
        var missing = missingIds.ToHashSet();
        if (missing.Count == 0)
            return false;

        console.WriteMessage($"aurora: {missing.Count} of {requested!.Count} ids not found:");
        foreach (var id in requested.Where(missing.Contains))
            console.WriteMessage(id.ToString());
        return true;
    }
}
