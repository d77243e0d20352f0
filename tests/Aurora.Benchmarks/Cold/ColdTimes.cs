namespace Aurora.Benchmarks.Cold;

/// <summary>The time of the first calls of a process.</summary>
/// <param name="Elapsed">The elapsed time in nanoseconds.</param>
/// <param name="Processor">The processor time of all threads in nanoseconds, which includes the JIT.</param>
internal sealed record ColdTimes(double Elapsed, double Processor);
