namespace Aurora.Cli.Downloads;

/// <summary>Ignores the progress of downloads.</summary>
internal sealed class NoProgress : IDownloadProgress
{
    public void Report(PlannedFile file, long length, long? total)
    {
    }

    public void Complete(PlannedFile file)
    {
    }
}
