namespace Aurora.Benchmarks.Tool;

/// <param name="Nanoseconds">The time from the start to the end of the process.</param>
/// <param name="Peak">The peak of the resident memory in bytes, or 0 if the output has less than a few megabytes.</param>
/// <param name="Written">The size of the output in bytes.</param>
internal sealed record ToolRun(double Nanoseconds, double Peak, long Written);
