namespace Aurora.Cli.Downloads;

/// <summary>Receives the progress of downloads. The members are called from several threads.</summary>
internal interface IDownloadProgress
{
    /// <summary>Called when data has been received.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">The number of bytes received.</param>
    /// <param name="total">The size of the file, or null if it is unknown.</param>
    void Report(PlannedFile file, long length, long? total);

    /// <summary>Called when the download of a file has succeeded or failed.</summary>
    void Complete(PlannedFile file);
}
