namespace Aurora.Cli.Downloads;

/// <summary>How much of all files is there, and how much it will be.</summary>
internal sealed class TotalSize(int count)
{
    private readonly Dictionary<PlannedFile, (long Length, long? Total)> _files = [];
    private long _known;
    private int _knownCount;

    public long Length { get; private set; }

    /// <summary>The length of those that have not begun is unknown; the mean of the others stands for it. Null as long as there are none.</summary>
    public long? Estimate => _knownCount == 0 ? null : Math.Max(Length, _known + ((count - _knownCount) * (_known / _knownCount)));

    public void Set(PlannedFile file, long length, long? total)
    {
        var before = _files.GetValueOrDefault(file);
        _files[file] = (length, total);
        Length += length - before.Length;
        _known += (total ?? 0) - (before.Total ?? 0);
        _knownCount += (total is null ? 0 : 1) - (before.Total is null ? 0 : 1);
    }

    /// <summary>No more of this file will come.</summary>
    public void End(PlannedFile file)
    {
        var length = _files.GetValueOrDefault(file).Length;
        Set(file, length, length);
    }
}
