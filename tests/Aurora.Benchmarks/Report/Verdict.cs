namespace Aurora.Benchmarks.Report;

/// <summary>A figure beside its goal.</summary>
/// <param name="Text">The figure and the goal, for a person.</param>
/// <param name="IsMet">Null where there is no goal.</param>
internal sealed record Verdict(string Text, bool? IsMet);
