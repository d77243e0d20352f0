namespace Aurora.Cli.Downloads;

/// <summary>For those who do not look on.</summary>
internal sealed class NoProgress : IDownloadProgress
{
    public void Moved(PlannedFile file, long length, long? total)
    {
    }

    public void Ended(PlannedFile file)
    {
    }
}
