using System.Collections.Concurrent;

namespace Aurora.Cli.Downloads;

/// <summary>Downloads the files of a plan in parallel. Failures are shown immediately, or at the end if there are progress bars.</summary>
internal sealed class DownloadRun(ToolConsole console, FileDownload download, int jobs)
{
    private static readonly TimeSpan BusyInterval = TimeSpan.FromSeconds(0.5);

    private static readonly (DownloadState State, string Name)[] OtherStates =
        [(DownloadState.Skipped, "skipped"), (DownloadState.Failed, "failed"), (DownloadState.Unfinished, "not finished")];

    private readonly Lock _lock = new();
    private readonly List<DownloadResult> _results = [];

    /// <summary>The results in the order of completion.</summary>
    public IReadOnlyList<DownloadResult> Results => _results;

    public bool HasFailures => _results.Exists(result => result.IsFailure);

    /// <summary>The number of files per state, such as <c>3 downloaded (1.5 MB), 1 failed</c>.</summary>
    public string Summary
    {
        get
        {
            var downloaded = _results.FindAll(result => result.State == DownloadState.Downloaded);
            var size = downloaded.Count == 0 ? "" : $" ({ByteSize.Format(downloaded.Sum(result => result.Bytes ?? 0))})";
            var others = from state in OtherStates
                         let count = _results.Count(result => result.State == state.State)
                         where count > 0
                         select $"{count} {state.Name}";
            return string.Join(", ", others.Prepend($"{downloaded.Count} downloaded{size}"));
        }
    }

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
                await ProgressBars.ShowAsync(console, plan.Files.Count, Bars.HaveColor, bars => DownloadAsync(plan.Files, bars, cancellationToken));
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
            OnResult(result);
            if (result.IsFailure)
                console.WriteMessage($"aurora: {result.Path ?? result.Id.ToString()}: {result.Reason}");
        }
    }
}

/// <summary>The result for one video.</summary>
/// <param name="Bytes">The size of the file, or null if it does not exist.</param>
/// <param name="Path">The path of the file, relative to the target folder, or null if the video has no file.</param>
/// <param name="Reason">Why the file could not be downloaded, or null.</param>
internal sealed record DownloadResult(DownloadState State, Guid Id, long? Bytes, string? Path, string? Reason)
{
    public string StateName => State.ToString().ToLowerInvariant();

    public bool IsFailure => State is DownloadState.Failed or DownloadState.Unfinished;
}

/// <summary>The state of a download. The output contains the names in lower case.</summary>
internal enum DownloadState
{
    Downloaded,
    Skipped,
    Failed,
    Unfinished,
}
