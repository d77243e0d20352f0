namespace Aurora.Spec.Diffing;

/// <summary>A kind of difference.</summary>
/// <param name="Id">oasdiff's, where it has one.</param>
/// <param name="Level">Ours.</param>
/// <param name="Oasdiff">oasdiff's level where it differs from ours; null also where oasdiff has no such rule.</param>
/// <param name="IsOurs">Whether oasdiff has no such rule.</param>
internal sealed record Rule(string Id, Level Level, Level? Oasdiff = null, bool IsOurs = false);
