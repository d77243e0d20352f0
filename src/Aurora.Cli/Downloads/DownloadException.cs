namespace Aurora.Cli.Downloads;

/// <summary>The exception that is thrown when a file cannot be downloaded. The other downloads continue.</summary>
#pragma warning disable CA1032 // The reason is required because the tool shows it to the user.
internal sealed class DownloadException(string reason, bool isTransient = false, TimeSpan? retryAfter = null) : Exception(reason)
#pragma warning restore CA1032
{
    /// <summary>Whether another attempt may succeed.</summary>
    public bool IsTransient => isTransient;

    /// <summary>The delay that the server requested, or null.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}
