using System.Runtime.CompilerServices;
using Aurora.Cli.Filters;
using Aurora.Client;

namespace Aurora.Cli.Videos;

/// <summary>Which videos are asked for, and in which order.</summary>
/// <param name="Ids">Only these, or null for the whole account.</param>
/// <param name="Ordering">As the API takes it.</param>
/// <param name="Filter">Which of those that come are wanted.</param>
internal sealed record VideoQuery(IReadOnlyList<Guid>? Ids, AuroraOrdering Ordering, VideoFilter Filter)
{
    /// <summary>The ids that were asked for and did not come. Complete once all videos have been taken.</summary>
    public IReadOnlyCollection<Guid> Missing => _missing;

    private readonly List<Guid> _missing = [];

    /// <summary>All at once; each request is made again when its answer breaks off.</summary>
    public async Task<IReadOnlyList<AuroraFlow>> ListAsync(AuroraClient client, CancellationToken cancellationToken)
    {
        if (Ids is null)
            return [.. (await client.ListAsync(Ordering, cancellationToken)).Where(Filter.Matches)];

        var videos = new List<AuroraFlow>();
        await foreach (var video in StreamAsync(client, cancellationToken))
            videos.Add(video);
        return videos;
    }

    /// <summary>One after the other, in constant memory.</summary>
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
            return OneRequestAsync(client, cancellationToken);
        // Batches cannot be put in an order of which only the API knows the rules.
        return Ordering == default ? client.StreamManyAsync(Ids, _missing.Add, cancellationToken) : ChosenAsync(client, cancellationToken);
    }

    private async IAsyncEnumerable<AuroraFlow> OneRequestAsync(AuroraClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = Ids!.ToHashSet();
        foreach (var video in await client.ListAsync(Ids!, Ordering, cancellationToken))
        {
            left.Remove(video.Id);
            yield return video;
        }

        _missing.AddRange(Ids!.Where(left.Contains));
    }

    private async IAsyncEnumerable<AuroraFlow> ChosenAsync(AuroraClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = Ids!.ToHashSet();
        await foreach (var video in client.StreamAsync(Ordering, cancellationToken))
        {
            if (left.Remove(video.Id))
                yield return video;
        }

        _missing.AddRange(Ids!.Where(left.Contains));
    }
}
