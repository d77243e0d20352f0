using System.Runtime.CompilerServices;
using Aurora.Cli.Filters;

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

        var videos = new List<AuroraFlow>();
        await foreach (var video in StreamAsync(client, cancellationToken))
            videos.Add(video);
        return videos;
    }

    /// <summary>Returns the videos as they arrive, in constant memory.</summary>
    public async IAsyncEnumerable<AuroraFlow> StreamAsync(AuroraClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var video in Source(client, cancellationToken).WithCancellation(cancellationToken))
        {
            if (Filter.Matches(video))
                yield return video;
        }
    }

    private IAsyncEnumerable<AuroraFlow> Source(AuroraClient client, CancellationToken cancellationToken)
    {
        if (Ids is null)
            return client.StreamAsync(Ordering, cancellationToken);
        if (Ids.Count <= AuroraApi.MaxIds)
            return SingleRequestAsync(client, cancellationToken);
        // Only the API can apply an ordering, so several batches cannot be merged in order.
        return Ordering == default ? client.StreamManyAsync(Ids, _missing.Add, cancellationToken) : FilteredAsync(client, cancellationToken);
    }

    private async IAsyncEnumerable<AuroraFlow> SingleRequestAsync(AuroraClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var remaining = Ids!.ToHashSet();
        foreach (var video in await client.ListAsync(Ids!, Ordering, cancellationToken))
        {
            remaining.Remove(video.Id);
            yield return video;
        }

        _missing.AddRange(Ids!.Where(remaining.Contains));
    }

    private async IAsyncEnumerable<AuroraFlow> FilteredAsync(AuroraClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var remaining = Ids!.ToHashSet();
        await foreach (var video in client.StreamAsync(Ordering, cancellationToken))
        {
            if (remaining.Remove(video.Id))
                yield return video;
        }

        _missing.AddRange(Ids!.Where(remaining.Contains));
    }
}
