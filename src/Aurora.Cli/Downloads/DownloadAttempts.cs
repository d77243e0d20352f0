namespace Aurora.Cli.Downloads;

/// <summary>Counts the failed attempts since a file last grew.</summary>
internal sealed class DownloadAttempts
{
    private long _longest;

    public int Failures { get; private set; }

    public int RecordFailure() => ++Failures;

    /// <summary>Records the length of the file. Only a new maximum counts as growth, because a server may restart the download repeatedly.</summary>
    public void RecordLength(long length)
    {
        if (length <= _longest)
            return;
        _longest = length;
        Failures = 0;
    }
}
