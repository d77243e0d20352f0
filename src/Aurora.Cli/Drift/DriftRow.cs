namespace Aurora.Cli.Drift;

/// <summary>One way in which the API departs from its document.</summary>
/// <param name="Kind">In words: <c>unknown value</c>.</param>
/// <param name="Path">Where, as a JSON path without indexes, or the part of a request that was not understood.</param>
/// <param name="Count">How often it was met.</param>
/// <param name="Example">What was found there, by its kind; never a value that may be somebody's.</param>
internal sealed record DriftRow(string Kind, string Path, long Count, string Example);
