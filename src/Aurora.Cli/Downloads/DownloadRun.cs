using Aurora.Cli.Terminals;

namespace Aurora.Cli.Downloads;

/// <summary>Fetches the files of a plan, several at once, and says each failure when it comes, or once the bars have left.</summary>
internal sealed class DownloadRun(ToolConsole console, TargetFolder folder, int jobs, bool overwrite)
{
    private readonly Lock _lock = new();
    private readonly List<DownloadResult> _results = [];
    private readonly List<DownloadResult> _unsaid = [];

    public DownloadTally Tally { get; } = new();

    /// <summary>In the order in which they came to their end.</summary>
    public IReadOnlyList<DownloadResult> Results => _results;

    /// <summary>Called for each of them, one at a time.</summary>
    public Action<DownloadResult> OnResult { get; init; } = _ => { };

    /// <summary>Whether bars are shown, and with colours.</summary>
    public (bool Are, bool HaveColor) Bars { get; init; }

    public async Task RunAsync(DownloadPlan plan, CancellationToken cancellationToken)
    {
        foreach (var unfinished in plan.Unfinished)
            Add(unfinished, areBarsShown: false);
        try
        {
            if (Bars.Are && plan.Files.Count > 0)
                await ProgressBars.ShowAsync(console, plan.Files.Count, Bars.HaveColor, progress => FetchAsync(plan.Files, progress, cancellationToken));
            else
                await FetchAsync(plan.Files, progress: null, cancellationToken);
        }
        finally
        {
            _unsaid.ForEach(Say);
        }
    }

    private async Task FetchAsync(IReadOnlyList<PlannedFile> files, IDownloadProgress? progress, CancellationToken cancellationToken)
    {
        var watching = progress ?? new NoProgress();
        using var media = new MediaClient();
        var download = new FileDownload(media, folder, overwrite, console.Clock, watching);
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, options, async (file, token) =>
        {
            var result = await download.RunAsync(file, token);
            watching.Ended(file);
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
                _unsaid.Add(result);
            else
                Say(result);
        }
    }

    private void Say(DownloadResult result) => console.Say($"aurora: {result.Path ?? result.Id.ToString()}: {result.Reason}");
}
