using System.Collections.Concurrent;
using Aurora.Cli.Terminals;

namespace Aurora.Cli.Downloads;

/// <summary>Downloads the files of a plan in parallel. Failures are shown immediately, or at the end if there are progress bars.</summary>
internal sealed class DownloadRun(ToolConsole console, FileDownload download, int jobs)
{
    private static readonly TimeSpan BusyInterval = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private readonly List<DownloadResult> _results = [];

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
            Add(unfinished);
        if (Bars.AreShown && plan.Files.Count > 0)
        {
            using (console.BufferMessages())
            {
                await ProgressBars.ShowAsync(
                    console, plan.Files.Count, Bars.HaveColor, bars => DownloadAsync(plan.Files, bars, cancellationToken));
            }
        }
        else
        {
            await DownloadAsync(plan.Files, bars: null, cancellationToken);
        }
    }

    private async Task DownloadAsync(IReadOnlyList<PlannedFile> files, ProgressBars? bars, CancellationToken cancellationToken)
    {
        var busy = new ConcurrentQueue<PlannedFile>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, options, async (file, token) =>
        {
            if (!await TryDownloadAsync(file, bars, token))
                busy.Enqueue(file);
        });

        // Another process downloads to the same folder. Its files come last, so that the two share the work.
        if (!busy.IsEmpty)
            await Task.Delay(BusyInterval, console.Clock, cancellationToken);
        await Parallel.ForEachAsync(busy, options, async (file, token) =>
        {
            while (!await TryDownloadAsync(file, bars, token))
                await Task.Delay(BusyInterval, console.Clock, token);
        });
    }

    private async Task<bool> TryDownloadAsync(PlannedFile file, ProgressBars? bars, CancellationToken cancellationToken)
    {
        if (await download.TryRunAsync(file, bars?.Of(file), cancellationToken) is not { } result)
            return false;
        bars?.Complete(file);
        Add(result);
        return true;
    }

    private void Add(DownloadResult result)
    {
        lock (_lock)
        {
            _results.Add(result);
            Tally.Add(result);
            OnResult(result);
            if (result.IsFailure)
                console.WriteMessage($"aurora: {result.Path ?? result.Id.ToString()}: {result.Reason}");
        }
    }
}
