namespace Aurora.Cli.Downloads;

/// <summary>What became of a video. The names, in lower case, are part of the output.</summary>
internal enum DownloadState
{
    /// <summary>Its file is there, whole.</summary>
    Downloaded,

    /// <summary>Something of that name was there already.</summary>
    Skipped,

    /// <summary>Its file did not come.</summary>
    Failed,

    /// <summary>There is no file of it to fetch, or not yet.</summary>
    Unfinished,
}
