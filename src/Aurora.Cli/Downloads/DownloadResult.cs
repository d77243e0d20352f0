namespace Aurora.Cli.Downloads;

/// <summary>The result for one video.</summary>
/// <param name="State">The state of the download.</param>
/// <param name="Id">The id of the video.</param>
/// <param name="Bytes">The size of the file, or null if it does not exist.</param>
/// <param name="Path">The path of the file, relative to the target folder, or null if the video has no file.</param>
/// <param name="Reason">Why the file could not be downloaded, or null.</param>
internal sealed record DownloadResult(DownloadState State, Guid Id, long? Bytes, string? Path, string? Reason)
{
    public string StateName => State.ToString().ToLowerInvariant();

    public bool IsFailure => State is DownloadState.Failed or DownloadState.Unfinished;
}

/// <summary>The state of a download. The output contains the names in lower case.</summary>
internal enum DownloadState
{
    /// <summary>The file was downloaded.</summary>
    Downloaded,

    /// <summary>The file already exists.</summary>
    Skipped,

    /// <summary>The file could not be downloaded.</summary>
    Failed,

    /// <summary>The video has no file to download.</summary>
    Unfinished,
}
