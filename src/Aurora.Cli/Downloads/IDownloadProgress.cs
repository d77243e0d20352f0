namespace Aurora.Cli.Downloads;

/// <summary>Looks on. Files are fetched several at once, so that calls come from several threads.</summary>
internal interface IDownloadProgress
{
    /// <summary>So much of a file is there.</summary>
    /// <param name="file">Which.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="total">Of how many, where that is known.</param>
    void Moved(PlannedFile file, long length, long? total);

    /// <summary>No more of this file will come.</summary>
    void Ended(PlannedFile file);
}
