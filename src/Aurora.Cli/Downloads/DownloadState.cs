namespace Aurora.Cli.Downloads;

/// <summary>The state of a download. The output contains the names in lower case.</summary>
internal enum DownloadState
{
    /// <summary>The file was downloaded.</summary>
    Downloaded,

    /// <summary>A file with this name already exists.</summary>
    Skipped,

    /// <summary>The file could not be downloaded.</summary>
    Failed,

    /// <summary>The video has no file to download.</summary>
    Unfinished,
}
