using System.Runtime.CompilerServices;
using Aurora.Client;

namespace Aurora.Cli.Watches;

/// <summary>Watches videos with the client, and continues when the account does not have all of the ids.</summary>
internal sealed class Watch(AuroraClient client, IEnumerable<Guid> ids, AuroraWatchOptions options)
{
    private readonly Dictionary<Guid, AuroraFlow> _last = [];
    private readonly List<Guid> _remaining = [.. ids];

    /// <summary>Called with the ids that the account does not have.</summary>
    public required Action<IReadOnlyList<Guid>> OnMissing { get; init; }

    public async IAsyncEnumerable<AuroraChange> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (_remaining.Count > 0)
        {
            var found = new HashSet<Guid>();
            await using (var round = client.WatchAsync([.. _remaining], options, cancellationToken).GetAsyncEnumerator(cancellationToken))
            {
                while (await MoveAsync(round))
                {
                    found.Add(round.Current.Video.Id);
                    if (Change(round.Current.Video) is { } change)
                        yield return change;
                }
            }

            DropMissing(found);
        }
    }

    // The client returns the videos that exist before it throws for the missing ones.
    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<AuroraChange> round)
    {
        try
        {
            return await round.MoveNextAsync();
        }
        catch (AuroraApiException exception) when (exception is { Kind: AuroraErrorKind.NotFound, StatusCode: null })
        {
            return false;
        }
    }

    private AuroraChange? Change(AuroraFlow video)
    {
        if (video.Status.IsFinal)
            _remaining.Remove(video.Id);
        var previous = _last.GetValueOrDefault(video.Id);
        _last[video.Id] = video;
        // Each round starts with videos that have already been reported.
        var hasChanged = previous is null || previous.Status != video.Status || !previous.Progress.Equals(video.Progress);
        return hasChanged ? new AuroraChange(video, previous) : null;
    }

    // A video that was deleted later is noticed at the start of the next round.
    private void DropMissing(HashSet<Guid> found)
    {
        if (_remaining.Where(id => !found.Contains(id)).ToList() is not { Count: > 0 } missing)
            return;
        _remaining.RemoveAll(missing.Contains);
        OnMissing(missing);
    }
}
