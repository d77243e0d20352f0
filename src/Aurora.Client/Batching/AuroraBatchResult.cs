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
