namespace Aurora.Spec.Releases.Feeds;

/// <param name="Package">One package of the release.</param>
/// <param name="IsThere">Whether an earlier run has pushed it; then its symbols may still be missing.</param>
internal sealed record PlannedPush(PackedPackage Package, bool IsThere);
