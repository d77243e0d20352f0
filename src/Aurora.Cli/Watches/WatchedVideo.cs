using Aurora.Client;
using Aurora.Cli.Videos;

namespace Aurora.Cli.Watches;

/// <summary>A video that is watched: how it is, for how long it has been watched, and how long it will take.</summary>
internal sealed class WatchedVideo(Guid id, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private long? _ended;
    private (double Share, long At) _first;
    private (double Share, long At) _last;

    public Guid Id => id;

    /// <summary>As the API sent it last, or null before that.</summary>
    public AuroraFlow? Video { get; private set; }

    /// <summary>Whether the account does not have it, or no longer.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Whether there is nothing more to come.</summary>
    public bool IsOver => _ended is not null;

    /// <summary>From the beginning of the watch to now, or to the end of the video.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_started, _ended ?? clock.GetTimestamp());

    /// <summary>How long it will take at the pace of its present status so far; null while there is none.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            var done = _last.Share - _first.Share;
            if (IsOver || !(done > 0))
                return null;
            var whole = clock.GetElapsedTime(_first.At, _last.At) * Math.Min((1 - _last.Share) / done, 1_000_000);
            var rest = whole - clock.GetElapsedTime(_last.At);
            return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
        }
    }

    public void Take(AuroraFlow video)
    {
        var now = (VideoText.Share(video), clock.GetTimestamp());
        if (Video?.Status != video.Status)
            _first = now;
        _last = now;
        Video = video;
        if (video.Status.IsFinal)
            _ended ??= clock.GetTimestamp();
    }

    public void Miss()
    {
        IsMissing = true;
        _ended ??= clock.GetTimestamp();
    }
}
