using Spectre.Console;

namespace Aurora.Cli.Downloads;

/// <summary>Shows a progress bar for each active download and one for all, on standard error. The bars are removed at the end.</summary>
internal sealed class ProgressBars
{
    private const int NameShare = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<PlannedFile, ProgressTask> _bars = [];
    private readonly TotalSize _size;
    private readonly ProgressContext _context;
    private readonly ProgressTask _all;
    private readonly int _count;
    private readonly int _nameWidth;
    private int _completed;

    private ProgressBars(ProgressContext context, int count, int width)
    {
        (_context, _count, _nameWidth) = (context, count, Math.Max(10, width / NameShare));
        _size = new TotalSize(count);
        _all = context.AddTask(Description(), maxValue: 1);
    }

    public static Task ShowAsync(ToolConsole console, int count, bool hasColor, Func<ProgressBars, Task> work)
    {
        var terminal = AnsiOutput.Console(new FixedWidthOutput(console.Error, console.Width), hasColor, canRedraw: true);
        return new Progress(terminal) { AutoClear = true, HideCompleted = true }
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = Math.Max(5, console.Width / 8) },
                new PercentageColumn(),
                new DownloadedColumn { Base = FileSizeBase.Decimal, Culture = CultureInfo.InvariantCulture },
                new TransferSpeedColumn { Base = FileSizeBase.Decimal, Culture = CultureInfo.InvariantCulture },
                new RemainingTimeColumn())
            .StartAsync(context => work(new ProgressBars(context, count, console.Width)));
    }

    /// <summary>Returns the progress of a file, which can be reported from any thread.</summary>
    public IProgress<AuroraDownloadProgress> Of(PlannedFile file) => new FileProgress(this, file);

    /// <summary>Removes the bar of a file whose download has succeeded or failed.</summary>
    public void Complete(PlannedFile file)
    {
        lock (_lock)
        {
            _completed++;
            _size.Complete(file);
            if (_bars.Remove(file, out var bar))
                bar.StopTask();
            _all.Description = Description();
            UpdateWithoutSample(_all, () => Show(_all, _size.Length, _size.Estimate));
        }
    }

    private void Report(PlannedFile file, long length, long? total)
    {
        lock (_lock)
        {
            _size.Set(file, length, total);
            if (_bars.TryGetValue(file, out var bar))
            {
                Show(bar, length, total);
                Show(_all, _size.Length, _size.Estimate);
            }
            else
            {
                var name = Markup.Escape(TerminalText.Truncate(TerminalText.Sanitize(file.Name), _nameWidth));
                bar = _bars[file] = _context.AddTask(name, maxValue: 1);
                UpdateWithoutSample(bar, () => Show(bar, length, total));
                UpdateWithoutSample(_all, () => Show(_all, _size.Length, _size.Estimate));
            }
        }
    }

    private static void Show(ProgressTask bar, long length, long? total)
    {
        bar.IsIndeterminate = total is null;
        bar.MaxValue = total ?? length + 1;
        bar.Value = length;
    }

    // Data from an earlier run must not affect the speed.
    private static void UpdateWithoutSample(ProgressTask bar, Action update)
    {
        var kept = bar.MaxSamplesKept;
        bar.MaxSamplesKept = 0;
        update();
        bar.MaxSamplesKept = kept;
    }

    private string Description() => $"{_completed} of {_count} files";

    private sealed class FileProgress(ProgressBars bars, PlannedFile file) : IProgress<AuroraDownloadProgress>
    {
        public void Report(AuroraDownloadProgress value) => bars.Report(file, value.Bytes, value.TotalBytes);
    }
}

/// <summary>Sums the received bytes of all files and estimates their total size.</summary>
internal sealed class TotalSize(int count)
{
    private readonly Dictionary<PlannedFile, (long Length, long? Total)> _files = [];
    private long _known;
    private int _knownCount;

    public long Length { get; private set; }

    /// <summary>The estimated total size. Files of unknown size count with the mean of the known sizes. Null if no size is known.</summary>
    public long? Estimate => _knownCount == 0 ? null : Math.Max(Length, _known + ((count - _knownCount) * (_known / _knownCount)));

    public void Set(PlannedFile file, long length, long? total)
    {
        var before = _files.GetValueOrDefault(file);
        _files[file] = (length, total);
        Length += length - before.Length;
        _known += (total ?? 0) - (before.Total ?? 0);
        _knownCount += (total is null ? 0 : 1) - (before.Total is null ? 0 : 1);
    }

    public void Complete(PlannedFile file)
    {
        var length = _files.GetValueOrDefault(file).Length;
        Set(file, length, length);
    }
}
