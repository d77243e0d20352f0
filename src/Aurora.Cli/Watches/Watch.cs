using System.Runtime.CompilerServices;
using Aurora.Client;

namespace Aurora.Cli.Watches;

/// <summary>The client's watch, for ids of which the account may not have all: the others are watched on.</summary>
internal sealed class Watch(AuroraClient client, IEnumerable<Guid> ids, AuroraWatchOptions options)
{
    private readonly Dictionary<Guid, AuroraFlow> _last = [];
    private readonly List<Guid> _left = [.. ids];

    /// <summary>Told of ids that the account does not have, or no longer.</summary>
    public required Action<IReadOnlyList<Guid>> OnMissing { get; init; }

    public async IAsyncEnumerable<AuroraChange> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (_left.Count > 0)
        {
            var found = new HashSet<Guid>();
            await using (var round = client.WatchAsync([.. _left], options, cancellationToken).GetAsyncEnumerator(cancellationToken))
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

    // The client hands out what the account has before it says that it has not all.
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
            _left.Remove(video.Id);
        var previous = _last.GetValueOrDefault(video.Id);
        _last[video.Id] = video;
        // A further round begins with what is known.
        return previous is null || previous.Status != video.Status || !previous.Progress.Equals(video.Progress) ? new AuroraChange(video, previous) : null;
    }

    // One that went later shows at the first poll of the next round.
    private void DropMissing(HashSet<Guid> found)
    {
        if (_left.Where(id => !found.Contains(id)).ToList() is not { Count: > 0 } missing)
            return;
        _left.RemoveAll(missing.Contains);
        OnMissing(missing);
    }
}
