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

/// <summary>Counts the results of a download.</summary>
internal sealed class DownloadTally
{
    private readonly Dictionary<DownloadState, int> _counts = [];
    private long _bytes;

    public int Total => _counts.Values.Sum();

    public bool HasFailures => Count(DownloadState.Failed) + Count(DownloadState.Unfinished) > 0;

    public string Summary
    {
        get
        {
            var downloaded = Count(DownloadState.Downloaded);
            var parts = new List<string> { downloaded == 0 ? "0 downloaded" : $"{downloaded} downloaded ({ByteSize.Format(_bytes)})" };
            Add(DownloadState.Skipped, "skipped");
            Add(DownloadState.Failed, "failed");
            Add(DownloadState.Unfinished, "not finished");
            return string.Join(", ", parts);

            void Add(DownloadState state, string name)
            {
                if (Count(state) > 0)
                    parts.Add($"{Count(state)} {name}");
            }
        }
    }

    public void Add(DownloadResult result)
    {
        _counts[result.State] = Count(result.State) + 1;
        if (result.State == DownloadState.Downloaded)
            _bytes += result.Bytes ?? 0;
    }

    private int Count(DownloadState state) => _counts.GetValueOrDefault(state);
}

/// <summary>The result for one video.</summary>
/// <param name="State">The state of the download.</param>
/// <param name="Id">The id of the video.</param>
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
    /// <summary>The file was downloaded.</summary>
    Downloaded,

    /// <summary>The file already exists.</summary>
    Skipped,

    /// <summary>The file could not be downloaded.</summary>
    Failed,

    /// <summary>The video has no file to download.</summary>
    Unfinished,
}
