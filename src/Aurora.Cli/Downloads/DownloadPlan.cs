namespace Aurora.Cli.Downloads;

/// <summary>The files to download. The plan is complete before the first download starts.</summary>
/// <param name="Unfinished">The videos that were requested by id and have no file.</param>
/// <param name="IgnoredCount">The number of other videos that have no file.</param>
internal sealed record DownloadPlan(IReadOnlyList<PlannedFile> Files, IReadOnlyList<DownloadResult> Unfinished, int IgnoredCount)
{
    private const int MaxListed = 5;

    public static DownloadPlan Create(IReadOnlyList<AuroraFlow> videos, bool isRequestedById, NameTemplate template)
    {
        var files = new List<PlannedFile>();
        var others = new List<DownloadResult>();
        foreach (var video in videos.DistinctBy(video => video.Id))
        {
            if (video.Status == AuroraStatus.Done && !string.IsNullOrWhiteSpace(video.VideoOutput))
                files.Add(new PlannedFile(video, template.Fill(video)));
            else
                others.Add(new DownloadResult(DownloadState.Unfinished, video.Id, null, null, Reason(video)));
        }

        // Windows and macOS ignore the case of file names.
        var conflicts = files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).ToArray();
        if (conflicts.Length > 0)
            throw NameConflict(conflicts);
        return isRequestedById ? new DownloadPlan(files, others, IgnoredCount: 0) : new DownloadPlan(files, [], others.Count);
    }

    private static string Reason(AuroraFlow video)
    {
        if (video.Status == AuroraStatus.Done)
            return "the video is done, but the API returned no address for the file";
        var why = string.IsNullOrWhiteSpace(video.FailedReason) ? "" : $": {video.FailedReason.Trim()}";
        return $"the status of the video is {VideoText.Status(video)}{why}";
    }

    private static UsageException NameConflict(IGrouping<string, PlannedFile>[] conflicts) => new(
    [
        "Several videos would be saved to the same file:",
        .. conflicts.Take(MaxListed).Select(group => $"  '{group.Key}': {string.Join(", ", group.Take(MaxListed).Select(file => file.Id))}"),
        "Add {id} to --template. Nothing was downloaded.",
    ]);
}

/// <summary>A file to download.</summary>
/// <param name="Name">The path relative to the target folder.</param>
internal sealed record PlannedFile(AuroraFlow Video, string Name)
{
    public Guid Id => Video.Id;
}
