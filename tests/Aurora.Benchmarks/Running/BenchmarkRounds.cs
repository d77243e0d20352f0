using Aurora.Benchmarks.Calls;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Reading;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Aurora.Benchmarks.Running;

/// <summary>Has BenchmarkDotNet measure all peers, and again all peers, so that a slow minute of the machine strikes everybody.</summary>
internal static class BenchmarkRounds
{
    private static readonly TimeSpan MostForOneCase = TimeSpan.FromMinutes(2);

    /// <returns>The measurements of each round.</returns>
    public static IReadOnlyList<IReadOnlyList<Measurement>> Run(RunOptions options, TextWriter progress)
    {
        var types = Benchmarks(options).ToArray();
        var rounds = new List<IReadOnlyList<Measurement>>();
        for (var round = 1; types.Length > 0 && round <= options.Rounds; round++)
        {
            progress.WriteLine($"Round {round} of {options.Rounds}: {string.Join(", ", types.Select(type => type.Name))}");
            rounds.Add([.. types.Select(type => BenchmarkRunner.Run(type, Config)).SelectMany(Measurements)]);
        }

        return rounds;
    }

    private static IEnumerable<Type> Benchmarks(RunOptions options)
    {
        if (options.Parts.Contains(RunOptions.Reading))
            yield return typeof(ReadingBenchmarks);
        if (options.Parts.Contains(RunOptions.Calls))
            yield return typeof(CallBenchmarks);
    }

    private static ManualConfig Config => ManualConfig.CreateEmpty()
        .AddLogger(NullLogger.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .WithOptions(ConfigOptions.DisableLogFile)
        .AddJob(Job.Default
            .WithToolchain(new InProcessEmitToolchain(MostForOneCase, logOutput: false))
            .WithEvaluateOverhead(false)
            .WithUnrollFactor(1)
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .WithWarmupCount(1)
            .WithIterationCount(4));

    private static IEnumerable<Measurement> Measurements(Summary summary)
    {
        if (summary.ValidationErrors.FirstOrDefault(error => error.IsCritical) is { } invalid)
            throw new InvalidOperationException(invalid.Message);
        return summary.Reports.Select(Measured);
    }

    private static Measurement Measured(BenchmarkReport report)
    {
        var benchmark = report.BenchmarkCase;
        if (report.ResultStatistics is not { } time)
            throw new InvalidOperationException($"{benchmark.DisplayInfo} could not be measured: {string.Join(' ', report.ExecuteResults.SelectMany(result => result.Errors))}");
        return new Measurement(
            benchmark.Descriptor.WorkloadMethod.Name, (string)benchmark.Parameters[nameof(ReadingBenchmarks.Peer)],
            time.Median, report.GcStats.GetBytesAllocatedPerOperation(benchmark) ?? 0);
    }
}
