namespace Aurora.Cli.Drifts;

/// <summary>Drift that was counted without its path, since there were too many paths of its kind.</summary>
internal sealed record LeftOut(string Kind, long Count);
