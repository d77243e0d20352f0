namespace Aurora.Cli.Downloads;

/// <summary>How many attempts at a file have failed since it last grew.</summary>
internal sealed class DownloadEffort
{
    private long _longest;

    public int Failures { get; private set; }

    public int CountFailure() => ++Failures;

    /// <summary>Notes how long the file is. Only longer than ever is growth: a server may have it started over again and again.</summary>
    public void Note(long length)
    {
        if (length <= _longest)
            return;
        _longest = length;
        Failures = 0;
    }
}
