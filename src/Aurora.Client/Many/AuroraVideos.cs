namespace Aurora.Client;

/// <summary>What became of many ids.</summary>
/// <param name="Videos">The videos that the account has, in the order in which their ids were asked for.</param>
/// <param name="Missing">The ids that the account does not have, in the same order.</param>
public sealed record AuroraVideos(IReadOnlyList<AuroraFlow> Videos, IReadOnlyList<Guid> Missing);
