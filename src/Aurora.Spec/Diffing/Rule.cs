namespace Aurora.Spec.Diffing;

/// <summary>A kind of difference.</summary>
/// <param name="Id">The name of the rule: oasdiff's name if oasdiff has the rule.</param>
/// <param name="Level">The level in this tool.</param>
/// <param name="Oasdiff">oasdiff's level if it is different; otherwise, and if oasdiff does not have the rule, null.</param>
/// <param name="IsOurs">Whether the rule exists only in this tool.</param>
internal sealed record Rule(string Id, Level Level, Level? Oasdiff = null, bool IsOurs = false);
