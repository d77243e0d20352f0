using Aurora.Cli.Videos;
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
