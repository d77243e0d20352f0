using Aurora.Cli.Terminals;

namespace Aurora.Cli.Downloads;

/// <summary>Downloads the files of a plan in parallel. Failures are shown immediately, or at the end if there are progress bars.</summary>
internal sealed class DownloadRun(ToolConsole console, TargetFolder folder, int jobs, bool overwrite)
{
    private readonly Lock _lock = new();
    private readonly List<DownloadResult> _results = [];
    private readonly List<DownloadResult> _pendingFailures = [];

    public DownloadTally Tally { get; } = new();

    /// <summary>The results in the order of completion.</summary>
    public IReadOnlyList<DownloadResult> Results => _results;

    /// <summary>Called for each result. The calls do not overlap.</summary>
    public Action<DownloadResult> OnResult { get; init; } = _ => { };

    /// <summary>Whether to show progress bars, and whether they have colors.</summary>
    public (bool AreShown, bool HaveColor) Bars { get; init; }

    public async Task RunAsync(DownloadPlan plan, CancellationToken cancellationToken)
    {
        foreach (var unfinished in plan.Unfinished)
            Add(unfinished, areBarsShown: false);
        try
        {
            if (Bars.AreShown && plan.Files.Count > 0)
            {
                await ProgressBars.ShowAsync(
                    console, plan.Files.Count, Bars.HaveColor, progress => DownloadAsync(plan.Files, progress, cancellationToken));
            }
            else
            {
                await DownloadAsync(plan.Files, progress: null, cancellationToken);
            }
        }
        finally
        {
            _pendingFailures.ForEach(WriteFailure);
        }
    }

    private async Task DownloadAsync(IReadOnlyList<PlannedFile> files, IDownloadProgress? progress, CancellationToken cancellationToken)
    {
        var reporter = progress ?? new NoProgress();
        using var media = new MediaClient();
        var download = new FileDownload(media, folder, overwrite, console.Clock, reporter);
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, options, async (file, token) =>
        {
            var result = await download.RunAsync(file, token);
            reporter.Complete(file);
            Add(result, areBarsShown: progress is not null);
        });
    }

    private void Add(DownloadResult result, bool areBarsShown)
    {
        lock (_lock)
        {
            _results.Add(result);
            Tally.Add(result);
            OnResult(result);
            if (!result.IsFailure)
                return;
            if (areBarsShown)
                _pendingFailures.Add(result);
            else
                WriteFailure(result);
        }
    }

    private void WriteFailure(DownloadResult result) => console.WriteMessage($"aurora: {result.Path ?? result.Id.ToString()}: {result.Reason}");
}
