using Aurora.Cli.Videos;

namespace Aurora.Cli.Watches;

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

    /// <summary>Whether the video was not found.</summary>
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
