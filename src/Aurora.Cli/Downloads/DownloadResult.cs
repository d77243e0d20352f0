namespace Aurora.Cli.Downloads;

/// <summary>What became of one video.</summary>
/// <param name="State">What.</param>
/// <param name="Id">Which video.</param>
/// <param name="Bytes">How many are there under its name; null where there is no such file.</param>
/// <param name="Path">Its file, below the folder of <c>--to</c>; null where it would have none.</param>
/// <param name="Reason">Why it did not come; null where it did.</param>
internal sealed record DownloadResult(DownloadState State, Guid Id, long? Bytes, string? Path, string? Reason)
{
    public string StateName => State.ToString().ToLowerInvariant();

    public bool IsFailure => State is DownloadState.Failed or DownloadState.Unfinished;
}
