using Aurora.Benchmarks.Report;

namespace Aurora.Benchmarks.Running;

/// <summary>Something to measure that is no time of one operation, and so not for BenchmarkDotNet.</summary>
internal interface IProbe
{
    /// <summary>What it measures, for a person who waits.</summary>
    string What { get; }

    Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options);
}
