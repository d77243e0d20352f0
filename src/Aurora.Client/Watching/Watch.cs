using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Aurora.Client;

/// <summary>Watches videos for one call.</summary>
internal sealed class Watch(
    IReadOnlyList<Guid> ids, Func<IReadOnlyList<Guid>, CancellationToken, Task<IReadOnlyList<AuroraFlow>>> list, int maxConcurrency, PollSchedule schedule, ILogger logger,
    Action<IReadOnlyList<Guid>>? onMissing = null)
{
    private readonly CallTally _tally = new();
    private readonly Dictionary<Guid, AuroraFlow> _last = [];
    private List<Guid> _running = [.. ids];

    public async IAsyncEnumerable<AuroraChange> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var deadline = schedule.CancelAtDeadline(ending);
        // The API may throttle until the deadline.
        var fetcher = new BatchFetcher(list, maxConcurrency, _tally, new ThrottleGate(schedule.Clock, _tally, patience: null, logger));
        while (true)
        {
            var poll = await PollAsync(fetcher, ending.Token, cancellationToken).ConfigureAwait(false);
            if (poll.MissingIds.Count > 0)
                onMissing?.Invoke(poll.MissingIds);
            var changes = Changes(poll.Videos).ToList();
            foreach (var change in changes)
                yield return change;
            if (poll.MissingIds.Count > 0 && onMissing is null)
                throw NotFound(poll.MissingIds);
            _running = [.. poll.Videos.Where(video => !video.Status.IsFinal).Select(video => video.Id)];
            if (_running.Count == 0)
                yield break;
            await schedule.WaitAsync(changes.Count > 0, cancellationToken).ConfigureAwait(false);
            if (schedule.HasPassed)
                throw TimedOut();
        }
    }

    private async Task<AuroraBatchResult> PollAsync(BatchFetcher fetcher, CancellationToken ending, CancellationToken caller)
    {
        var videos = new List<AuroraFlow>();
        var missing = new List<Guid>();
        try
        {
            await foreach (var batch in fetcher.FetchAsync(IdBatch.Split(_running), ending).ConfigureAwait(false))
            {
                videos.AddRange(batch.Videos);
                missing.AddRange(batch.MissingIds);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            caller.ThrowIfCancellationRequested();
            throw TimedOut();
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

    // The last failure explains why the status of the videos is not known.
    private AuroraApiException TimedOut()
    {
        var failure = _tally.LastFailure;
        var reason = $"{_running.Count} of {ids.Count} videos were not final within Deadline ({schedule.Deadline}): {VideoIds.Name(_running)}."
            + (failure is { StatusCode: null } ? $" The last request failed: {failure.Reason}" : "");
        return new AuroraApiException(AuroraErrorKind.Timeout, reason, new TimeoutException(reason, failure))
        {
            Operation = failure?.Operation ?? "",
            StatusCode = failure?.StatusCode,
            Detail = failure?.Detail,
            RetryAfter = failure?.RetryAfter,
            RequestId = failure?.RequestId,
            Attempts = _tally.Attempts,
        };
    }

    private AuroraApiException NotFound(IReadOnlyList<Guid> missing) =>
        new(AuroraErrorKind.NotFound, $"The account does not have {missing.Count} of the videos: {VideoIds.Name(missing)}.") { Attempts = _tally.Attempts };
}

/// <summary>A change of a watched video.</summary>
/// <param name="Video">The video after the change.</param>
/// <param name="Previous">The video at the previous change, or null for the first one.</param>
public sealed record AuroraChange(AuroraFlow Video, AuroraFlow? Previous)
{
    /// <summary>Gets whether the status of the video is final, so that this is its last change.</summary>
    public bool IsFinal => Video.Status.IsFinal;
}
