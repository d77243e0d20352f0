namespace Aurora.Cli.Downloads;

/// <summary>Why a file did not come, in words for a person. The others go on.</summary>
#pragma warning disable CA1032 // Without a reason there would be nothing to say.
internal sealed class DownloadException(string reason, bool isTransient = false, TimeSpan? retryAfter = null) : Exception(reason)
#pragma warning restore CA1032
{
    /// <summary>Whether another attempt may do better.</summary>
    public bool IsTransient => isTransient;

    /// <summary>How long the server wants to be left alone, if it says so.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}
