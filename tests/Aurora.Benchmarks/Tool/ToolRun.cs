namespace Aurora.Benchmarks.Tool;

/// <param name="Nanoseconds">From the start of the process to its end.</param>
/// <param name="Peak">The most memory that it had, in bytes; 0 where it has written less than a few megabytes.</param>
/// <param name="Written">How much came out of it, in bytes.</param>
internal sealed record ToolRun(double Nanoseconds, double Peak, long Written);
