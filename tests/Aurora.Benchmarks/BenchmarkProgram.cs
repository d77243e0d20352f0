using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Aurora.Benchmarks.Calls;
using Aurora.Benchmarks.Cold;
using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Reading;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;
using Aurora.Benchmarks.Streams;
using Aurora.Benchmarks.Tool;

namespace Aurora.Benchmarks;

/// <summary>Runs the benchmarks and prints one table.</summary>
internal static class BenchmarkProgram
{
    public static Task<int> RunAsync(string[] args)
    {
        var quick = new Option<bool>("--quick") { Description = "Use fewer repetitions, for tuning: takes less than two minutes and has more noise." };
        var filter = new Option<string[]>("--filter") { Description = "Run only these parts. The part tool compiles the command-line tool first, which requires clang or gcc.", AllowMultipleArgumentsPerToken = true };
        filter.AcceptOnlyFromAmong([.. RunOptions.AllParts]);
        var root = new RootCommand("Compare the client with its peers in one run, and print one table. A missed goal is not a failure.") { quick, filter };
        var server = new Command(BenchmarkServer.Command, "Run the server of the benchmarks until the standard input ends.") { Hidden = true };
        server.SetAction(_ => BenchmarkServer.RunAsync());
        root.Add(server);
        root.Add(ColdStart.Command);
        root.Add(NetStandardReading.Command);
        root.SetAction(parsed => MeasureAsync(new RunOptions(parsed.GetValue(quick), parsed.GetValue(filter) is { Length: > 0 } parts ? parts : RunOptions.AllParts)));
        return root.Parse(args).InvokeAsync();
    }

    private static async Task MeasureAsync(RunOptions options)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (options.Parts.Contains(RunOptions.Tool))
            {
                await Console.Error.WriteLineAsync("Compiling the command-line tool");
                _ = ToolBuild.Shared;
            }

            await Console.Error.WriteLineAsync("Checking that all peers read the same videos");
            await SelfCheck.RunAsync();
            await Warmup.RunAsync();
            var text = MarkdownTable.Of(await RowsAsync(options));
            Console.WriteLine();
            Console.Write(text);
            Console.WriteLine();
            Console.WriteLine($"{Machine}; {Stopwatch.GetElapsedTime(started).TotalMinutes:0.0} minutes{(options.IsQuick ? ", quick" : "")}. Written to {ReportFile.Write(text)}");
        }
        finally
        {
            ServerProcess.StopShared();
        }
    }

    private static string Machine => $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores";

    private static async Task<List<Row>> RowsAsync(RunOptions options)
    {
        var rounds = BenchmarkRounds.Run(options, Console.Error);
        var rows = Comparisons.Of(options).Select(comparison => comparison.Of(rounds)).ToList();
        foreach (var probe in Probes(options))
        {
            await Console.Error.WriteLineAsync(probe.What);
            rows.AddRange(await probe.MeasureAsync(options));
        }

        return rows;
    }

    private static IEnumerable<IProbe> Probes(RunOptions options)
    {
        if (options.Parts.Contains(RunOptions.Reading))
            yield return new NetStandardReading();
        if (options.Parts.Contains(RunOptions.Streams))
            yield return new CostPerVideo();
        if (options.Parts.Contains(RunOptions.Cold))
        {
            yield return FirstCalls.One;
            yield return FirstCalls.Thirty;
        }

        if (options.Parts.Contains(RunOptions.Many))
        {
            yield return new ManyIds();
            yield return new ManyCallers();
        }

        if (options.Parts.Contains(RunOptions.Streams))
            yield return new FirstVideo();
        if (options.Parts.Contains(RunOptions.Tool))
        {
            yield return new ToolTime();
            yield return new ToolMemory();
        }

        // These run last, because lists that are held in memory change the heap.
        if (options.Parts.Contains(RunOptions.Streams))
            yield return new LiveHeap();
    }
}
