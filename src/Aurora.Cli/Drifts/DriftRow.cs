namespace Aurora.Cli.Drifts;

/// <summary>One kind of drift at one place of the document.</summary>
/// <param name="Kind">What departs, as <see cref="DriftKind"/> has it.</param>
/// <param name="Path">Where: the JSON path without indexes, or the parameter of the request.</param>
/// <param name="Count">How often it came.</param>
/// <param name="Videos">In how many videos; null for what is not in a video of the whole account.</param>
/// <param name="Example">What was found there the first time, or null where there was nothing.</param>
internal sealed record DriftRow(string Kind, string Path, long Count, long? Videos, string? Example);
