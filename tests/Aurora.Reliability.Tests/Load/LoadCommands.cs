using System.CommandLine;

namespace Aurora.Reliability.Tests.Load;

/// <summary>Implements <c>load</c>, which runs a number of calls, and <c>soak</c>, which runs for a time.</summary>
internal static class LoadCommands
{
    private const int Callers = 1000;
    private const int CallsPerRound = 10_000;
    private const int FailedExitCode = 1;

    public static Command CreateLoad()
    {
        var calls = new Option<int>("--calls") { Description = "Number of calls.", DefaultValueFactory = _ => 100_000 };
        calls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value and (< CallsPerRound or > 100_000_000))
                result.AddError($"--calls is {value}, but must be between {CallsPerRound:N0} (one round) and 100,000,000.");
        });
        var http2 = new Option<bool>("--http2") { Description = "Use TLS and HTTP/2." };
        var command = new Command("load", "Run many calls with faults from 1,000 callers. The exit code is 1 if a check fails.") { calls, http2 };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new LoadRun(Callers, CallsPerRound) { IsHttp2 = parsed.GetValue(http2) },
            (round, _) => round * CallsPerRound < parsed.GetValue(calls),
            cancellationToken));
        return command;
    }

    public static Command CreateSoak()
    {
        var minutes = new Option<double>("--minutes") { Description = "Duration in minutes.", DefaultValueFactory = _ => 10 };
        minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is var value and not (> 0 and <= 24 * 60))
                result.AddError($"--minutes is {value}, but must be greater than 0 and at most 1440 (one day).");
        });
        var command = new Command("soak", "Run calls and watches with faults for a time. The exit code is 1 if a check fails.") { minutes };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new LoadRun(Callers, CallsPerRound) { Watches = true },
            (_, elapsed) => elapsed < TimeSpan.FromMinutes(parsed.GetValue(minutes)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LoadRun run, Func<int, TimeSpan, bool> continues, CancellationToken cancellationToken)
    {
        var report = await run.RunAsync(
            (round, elapsed) => round == 0 || (continues(round, elapsed) && !cancellationToken.IsCancellationRequested),
            (outcomes, heap) => Console.WriteLine(
                $"{outcomes.Count:N0} calls, {outcomes.Of(LoadOutcomes.Correct):N0} correct results, live heap {heap / 1024:N0} KiB"));
        report.Print(Console.Out);
        return report.Failures().Any() ? FailedExitCode : 0;
    }
}
