using Aurora.Benchmarks.Report;

namespace Aurora.Benchmarks.Running;

/// <summary>A measurement that BenchmarkDotNet does not support, because it is not the time of one operation.</summary>
internal interface IProbe
{
    /// <summary>The description of the measurement.</summary>
    string What { get; }

    Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options);
}
