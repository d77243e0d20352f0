using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Downloads;

/// <summary>What is to be fetched, settled before the first byte.</summary>
/// <param name="Files">The files.</param>
/// <param name="Unfinished">The videos that were asked for by id and have none.</param>
/// <param name="PassedOver">How many others have none.</param>
internal sealed record DownloadPlan(IReadOnlyList<PlannedFile> Files, IReadOnlyList<DownloadResult> Unfinished, int PassedOver)
{
    private const int MostNamed = 5;

    /// <exception cref="UsageException">Two videos would have the same file.</exception>
    public static DownloadPlan Of(IReadOnlyList<AuroraFlow> videos, bool areNamed, NameTemplate template)
    {
        var files = new List<PlannedFile>();
        var others = new List<DownloadResult>();
        foreach (var video in videos.DistinctBy(video => video.Id))
        {
            if (video.Status == AuroraStatus.Done && !string.IsNullOrWhiteSpace(video.VideoOutput))
                files.Add(new PlannedFile(video.Id, video.VideoOutput, template.Fill(video)));
            else
                others.Add(new DownloadResult(DownloadState.Unfinished, video.Id, null, null, Reason(video)));
        }

        // Two of the great file systems take names for the same that differ in case alone.
        var clashes = files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).ToArray();
        if (clashes.Length > 0)
            throw Refuse(clashes);
        return areNamed ? new DownloadPlan(files, others, PassedOver: 0) : new DownloadPlan(files, [], others.Count);
    }

    private static string Reason(AuroraFlow video)
    {
        if (video.Status == AuroraStatus.Done)
            return "the video is done, but the API gives no address for it";
        var why = string.IsNullOrWhiteSpace(video.FailedReason) ? "" : $": {video.FailedReason.Trim()}";
        return $"the video is {VideoText.Status(video)}{why}";
    }

    private static UsageException Refuse(IGrouping<string, PlannedFile>[] clashes) => new(
    [
        "Several videos would have the same file:",
        .. clashes.Take(MostNamed).Select(clash => $"  '{clash.Key}': {string.Join(", ", clash.Take(MostNamed).Select(file => file.Id))}"),
        "Add {id} to --template. Nothing was fetched.",
    ]);
}
