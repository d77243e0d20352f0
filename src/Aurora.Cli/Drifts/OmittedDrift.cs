namespace Aurora.Cli.Drifts;

/// <summary>The drift of one kind that has no rows, because there are too many paths.</summary>
internal sealed record OmittedDrift(string Kind, long Count);
