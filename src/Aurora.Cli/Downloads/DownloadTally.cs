namespace Aurora.Cli.Downloads;

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
