namespace Aurora.Cli.Drifts;

/// <summary>One kind of drift at one path.</summary>
/// <param name="Kind">The kind, as in <see cref="DriftKind"/>.</param>
/// <param name="Path">The JSON path without indexes, or the query parameter.</param>
/// <param name="Count">The number of occurrences.</param>
/// <param name="Videos">The number of affected videos, or null if the drift is not in a video of the first request.</param>
/// <param name="Example">What was found at the first occurrence, or null if the value is missing.</param>
internal sealed record DriftRow(string Kind, string Path, long Count, long? Videos, string? Example);
