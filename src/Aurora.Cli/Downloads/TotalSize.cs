namespace Aurora.Cli.Downloads;

/// <summary>Sums the received bytes of all files and estimates their total size.</summary>
internal sealed class TotalSize(int count)
{
    private readonly Dictionary<PlannedFile, (long Length, long? Total)> _files = [];
    private long _known;
    private int _knownCount;

    public long Length { get; private set; }

    /// <summary>The estimated total size. Files of unknown size count with the mean of the known sizes. Null if no size is known.</summary>
    public long? Estimate =>
        _knownCount == 0 ? null : Math.Max(Length, _known + ((count - _knownCount) * (_known / _knownCount)));

    public void Set(PlannedFile file, long length, long? total)
    {
        var before = _files.GetValueOrDefault(file);
        _files[file] = (length, total);
        Length += length - before.Length;
        _known += (total ?? 0) - (before.Total ?? 0);
        _knownCount += (total is null ? 0 : 1) - (before.Total is null ? 0 : 1);
    }

    /// <summary>Sets the size of a completed file to its current length.</summary>
    public void Complete(PlannedFile file)
    {
        var length = _files.GetValueOrDefault(file).Length;
        Set(file, length, length);
    }
}
