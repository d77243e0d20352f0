using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Watches;

/// <summary>The watched videos, in the order in which they were requested.</summary>
internal sealed class WatchedVideos
{
    private const string NoReason = "the API returned no reason";

    private readonly Dictionary<Guid, WatchedVideo> _byId;

    public WatchedVideos(IEnumerable<Guid> ids, TimeProvider clock)
    {
        All = [.. ids.Select(id => new WatchedVideo(id, clock))];
        _byId = All.ToDictionary(video => video.Id);
    }

    public IReadOnlyList<WatchedVideo> All { get; }

    public IEnumerable<Guid> Missing => All.Where(video => video.IsMissing).Select(video => video.Id);

    public int Unfinished => All.Count(video => !video.IsFinished);

    public bool AreAllDone => All.All(video => IsIn(video, Status.Done));

    /// <summary>The number of videos per result, such as <c>3 done, 1 failed</c>. Empty until the API has returned a video.</summary>
    public string Summary => string.Join(", ", new[]
    {
        (Count(Status.Done), "done"),
        (Count(Status.Failed), "failed"),
        (Count(Status.Rejected), "rejected"),
        (Missing.Count(), "not found"),
        (All.Any(video => video.Video is not null) ? Unfinished : 0, "unfinished"),
    }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}"));

    /// <summary>A line with the reason for each failed or rejected video.</summary>
    public IEnumerable<string> FailureReasons =>
        from video in All
        where IsIn(video, Status.Failed) || IsIn(video, Status.Rejected)
        select video.Video into video
        let reason = string.IsNullOrWhiteSpace(video.FailedReason) ? NoReason : video.FailedReason
        select $"{video.Id} {VideoText.Name(video)}: {video.Status}: {reason}";

    public int Count(string status) => All.Count(video => IsIn(video, status));

    public void Update(AuroraChange change) => _byId[change.Video.Id].Update(change.Video);

    public void MarkMissing(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
            _byId[id].MarkMissing();
    }

    private static bool IsIn(WatchedVideo video, string status) => !video.IsMissing && video.Video?.Status.Value == status;
}

/// <summary>The state, elapsed time and remaining time of a watched video.</summary>
internal sealed class WatchedVideo(Guid id, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private long? _ended;
    private (double Share, long At) _first;
    private (double Share, long At) _last;

    public Guid Id => id;

    /// <summary>The latest version that the API returned, or null.</summary>
    public AuroraFlow? Video { get; private set; }

    public bool IsMissing { get; private set; }

    /// <summary>Whether the video is final or was not found.</summary>
    public bool IsFinished => _ended is not null;

    /// <summary>The time from the start of the watch until now, or until the video was final.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_started, _ended ?? clock.GetTimestamp());

    /// <summary>The estimated remaining time, based on the progress in the current status. Null if the video has made no progress.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            var done = _last.Share - _first.Share;
            if (IsFinished || !(done > 0))
                return null;
            var total = clock.GetElapsedTime(_first.At, _last.At) * Math.Min((1 - _last.Share) / done, 1_000_000);
            var remaining = total - clock.GetElapsedTime(_last.At);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    public void Update(AuroraFlow video)
    {
        var now = (VideoText.Share(video), clock.GetTimestamp());
        if (Video?.Status != video.Status)
            _first = now;
        _last = now;
        Video = video;
        if (video.Status.IsFinal)
            _ended ??= clock.GetTimestamp();
    }

    public void MarkMissing()
    {
        IsMissing = true;
        _ended ??= clock.GetTimestamp();
    }
}
