namespace Aurora.Client;

/// <summary>The result of a call that gets many videos by their ids.</summary>
/// <param name="videos">The videos that the account has, in the order of the requested ids.</param>
/// <param name="missingIds">The ids that the account does not have, in the order of the requested ids.</param>
/// <exception cref="ArgumentNullException"><paramref name="videos"/> or <paramref name="missingIds"/> is null.</exception>
public sealed class AuroraBatchResult(IReadOnlyList<AuroraFlow> videos, IReadOnlyList<Guid> missingIds)
{
    /// <summary>Gets the videos that the account has, in the order of the requested ids.</summary>
    public IReadOnlyList<AuroraFlow> Videos { get; } = videos ?? throw new ArgumentNullException(nameof(videos));

    /// <summary>Gets the ids that the account does not have, in the order of the requested ids.</summary>
    public IReadOnlyList<Guid> MissingIds { get; } = missingIds ?? throw new ArgumentNullException(nameof(missingIds));
}

/// <summary>The progress of a call that gets many videos by their ids.</summary>
/// <param name="Videos">The number of videos read so far.</param>
/// <param name="MissingIds">The number of ids, so far, that the account does not have.</param>
/// <param name="CompletedRequests">The number of requests that have completed.</param>
/// <param name="TotalRequests">The number of requests that the call makes, not counting retries.</param>
public readonly record struct AuroraBatchProgress(int Videos, int MissingIds, int CompletedRequests, int TotalRequests);
