using Aurora.Benchmarks.Calls;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Reading;
using Aurora.Benchmarks.Writing;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Aurora.Benchmarks.Running;

/// <summary>Measures all peers with BenchmarkDotNet in several rounds, so that a slow phase of the machine affects all of them.</summary>
internal static class BenchmarkRounds
{
    private static readonly TimeSpan MostForOneCase = TimeSpan.FromMinutes(2);

    /// <returns>The measurements of each round.</returns>
    public static IReadOnlyList<IReadOnlyList<Measurement>> Run(RunOptions options, TextWriter progress)
    {
        var benchmarks = Benchmarks(options).ToList();
        var rounds = new List<IReadOnlyList<Measurement>>();
        for (var round = 1; benchmarks.Count > 0 && round <= options.Rounds; round++)
        {
            progress.WriteLine($"Round {round} of {options.Rounds}: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Type.Name))}");
            rounds.Add([.. benchmarks.Select(benchmark => BenchmarkRunner.Run(benchmark.Type, Config(benchmark.Clock))).SelectMany(Measurements)]);
        }

        return rounds;
    }

    // Reading does not wait, so it is measured in processor time. The wait for the server is part of a call.
    private static IEnumerable<(Type Type, IClock Clock)> Benchmarks(RunOptions options)
    {
        if (options.Parts.Contains(RunOptions.Reading))
            yield return (typeof(ReadingBenchmarks), new ProcessorClock());
        if (options.Parts.Contains(RunOptions.Writing))
            yield return (typeof(WritingBenchmarks), new ProcessorClock());
        if (options.Parts.Contains(RunOptions.Calls))
        {
            yield return (typeof(CallBenchmarks), Chronometer.BestClock);
            yield return (typeof(TlsCallBenchmarks), Chronometer.BestClock);
        }
    }

    // The iterations are short, because a long one is more likely to be disturbed.
    private static ManualConfig Config(IClock clock) => ManualConfig.CreateEmpty()
        .AddLogger(NullLogger.Instance)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .WithOptions(ConfigOptions.DisableLogFile)
        .AddJob(Job.Default
            .WithToolchain(new InProcessEmitToolchain(MostForOneCase, logOutput: false))
            .WithClock(clock)
            .WithGcForce(false)
            .WithEvaluateOverhead(false)
            .WithUnrollFactor(1)
            .WithIterationTime(TimeInterval.FromMilliseconds(25))
            .WithWarmupCount(1)
            .WithIterationCount(7));

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
            time.Q1, report.GcStats.GetBytesAllocatedPerOperation(benchmark) ?? 0);
    }
}
