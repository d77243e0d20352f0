using System.Runtime.CompilerServices;

namespace Aurora.Client;

/// <summary>One watch over some videos.</summary>
internal sealed class Watch(IReadOnlyList<Guid> ids, Func<IReadOnlyList<Guid>, CancellationToken, Task<IReadOnlyList<AuroraFlow>>> list, int maxConcurrency, PollSchedule schedule)
{
    private const int MostNamed = 10;

    private readonly Dictionary<Guid, AuroraFlow> _last = [];
    private List<Guid> _running = [.. ids];

    public async IAsyncEnumerable<AuroraChange> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var poll = await PollAsync(cancellationToken).ConfigureAwait(false);
            var changes = Changes(poll.Videos).ToList();
            foreach (var change in changes)
                yield return change;
            if (poll.MissingIds.Count > 0)
                throw NotFound(poll.MissingIds);
            _running = [.. poll.Videos.Where(video => !video.Status.IsFinal).Select(video => video.Id)];
            if (_running.Count == 0)
                yield break;
            await schedule.WaitAsync(changes.Count > 0, cancellationToken).ConfigureAwait(false);
            if (schedule.HasPassed)
                throw TimedOut(null);
        }
    }

    private async Task<AuroraBatchResult> PollAsync(CancellationToken cancellationToken)
    {
        for (var throttled = 0; ; throttled++)
        {
            try
            {
                return await PollOnceAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (AuroraApiException exception) when (ThrottleGate.IsThrottling(exception))
            {
                await schedule.PauseAsync(ThrottleGate.Pause(exception, throttled), cancellationToken).ConfigureAwait(false);
                if (schedule.HasPassed)
                    throw TimedOut(exception);
            }
        }
    }

    private async Task<AuroraBatchResult> PollOnceAsync(CancellationToken cancellationToken)
    {
        var videos = new List<AuroraFlow>();
        var missing = new List<Guid>();
        // The watch waits itself, since its deadline goes before the API's wish.
        var fetcher = new BatchFetcher(list, maxConcurrency, new ThrottleGate(schedule.Clock, mostThrottlings: 0));
        await foreach (var batch in fetcher.FetchAsync(IdBatch.Split(_running), cancellationToken).ConfigureAwait(false))
        {
            videos.AddRange(batch.Videos);
            missing.AddRange(batch.MissingIds);
        }

        return new AuroraBatchResult(videos, missing);
    }

    private IEnumerable<AuroraChange> Changes(IEnumerable<AuroraFlow> videos)
    {
        foreach (var video in videos)
        {
            var known = _last.TryGetValue(video.Id, out var previous);
            if (known && previous!.Status == video.Status && previous.Progress.Equals(video.Progress))
                continue;
            _last[video.Id] = video;
            yield return new AuroraChange(video, previous);
        }
    }

    private AuroraApiException TimedOut(Exception? cause)
    {
        var message = $"{_running.Count} of {ids.Count} videos had not ended within {schedule.Deadline}: {Name(_running)}.";
        return new AuroraApiException(AuroraErrorKind.Timeout, message, new TimeoutException(message, cause));
    }

    private static AuroraApiException NotFound(IReadOnlyList<Guid> missing) =>
        new(AuroraErrorKind.NotFound, $"The account does not have {missing.Count} of the videos: {Name(missing)}.");

    private static string Name(IReadOnlyList<Guid> some) =>
        string.Join(", ", some.Take(MostNamed)) + (some.Count > MostNamed ? $" and {some.Count - MostNamed} more" : "");
}
