using Aurora.Client;
using Aurora.Cli.Videos;
using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Watches;

/// <summary>All videos that are watched, in the order in which they were asked for, and what became of them.</summary>
internal sealed class WatchedVideos
{
    private const string NoReason = "the API gives no reason";

    private readonly Dictionary<Guid, WatchedVideo> _byId;

    public WatchedVideos(IEnumerable<Guid> ids, TimeProvider clock)
    {
        All = [.. ids.Select(id => new WatchedVideo(id, clock))];
        _byId = All.ToDictionary(video => video.Id);
    }

    public IReadOnlyList<WatchedVideo> All { get; }

    public IEnumerable<Guid> Missing => All.Where(video => video.IsMissing).Select(video => video.Id);

    public int Unfinished => All.Count(video => !video.IsOver);

    public bool AreAllDone => All.All(video => IsIn(video, Status.Done));

    /// <summary>How many there are of each end, such as <c>3 done, 1 failed</c>; empty while nothing is known.</summary>
    public string Summary => string.Join(", ", new[]
    {
        (Count(Status.Done), "done"),
        (Count(Status.Failed), "failed"),
        (Count(Status.Rejected), "rejected"),
        (Missing.Count(), "not found"),
        (All.Any(video => video.Video is not null) ? Unfinished : 0, "not ended"),
    }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}"));

    /// <summary>Why those ended that did not end well, a line each.</summary>
    public IEnumerable<string> Reasons =>
        from video in All
        where IsIn(video, Status.Failed) || IsIn(video, Status.Rejected)
        select video.Video into video
        let reason = string.IsNullOrWhiteSpace(video.FailedReason) ? NoReason : video.FailedReason
        select $"{video.Id} {VideoText.Name(video)}: {video.Status}: {reason}";

    public int Count(string status) => All.Count(video => IsIn(video, status));

    public void Take(AuroraChange change) => _byId[change.Video.Id].Take(change.Video);

    public void Miss(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
            _byId[id].Miss();
    }

    private static bool IsIn(WatchedVideo video, string status) => !video.IsMissing && video.Video?.Status.Value == status;
}
