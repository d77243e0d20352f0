using System.CommandLine;

namespace Aurora.Reliability.Tests.Load;

/// <summary><c>load</c> and <c>soak</c>: a number of calls, or a time.</summary>
internal static class LoadCommands
{
    private const int Callers = 1000;
    private const int CallsPerRound = 10_000;
    private const int Broken = 1;

    public static Command CreateLoad()
    {
        var calls = new Option<int>("--calls") { Description = "How many calls.", DefaultValueFactory = _ => 100_000 };
        calls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < CallsPerRound or > 100_000_000)
                result.AddError($"--calls must lie between {CallsPerRound:N0}, which is one round, and 100,000,000.");
        });
        var http2 = new Option<bool>("--http2") { Description = "Over TLS and HTTP/2." };
        var command = new Command("load", "1,000 callers on one client, every tenth request a fault. Exits with 1 when a promise is broken.") { calls, http2 };
        command.SetAction((parsed, cancellationToken) => RunAsync(new LoadRun(Callers, CallsPerRound) { IsHttp2 = parsed.GetValue(http2) }, (round, _) => round * CallsPerRound < parsed.GetValue(calls), cancellationToken));
        return command;
    }

    public static Command CreateSoak()
    {
        var minutes = new Option<double>("--minutes") { Description = "For how many minutes.", DefaultValueFactory = _ => 10 };
        minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 24 * 60))
                result.AddError("--minutes must be more than 0 and at most 1440, a day.");
        });
        var command = new Command("soak", "The same for a time, watches among the calls. Ends with 1 when a promise was broken.") { minutes };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(new LoadRun(Callers, CallsPerRound) { Watches = true }, (_, elapsed) => elapsed < TimeSpan.FromMinutes(parsed.GetValue(minutes)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LoadRun run, Func<int, TimeSpan, bool> goesOn, CancellationToken cancellationToken)
    {
        var report = await run.RunAsync((round, elapsed) => round == 0 || (goesOn(round, elapsed) && !cancellationToken.IsCancellationRequested), (outcomes, heap) => Console.WriteLine($"{outcomes.Count:N0} calls, {outcomes.Of("answer"):N0} answers, live heap {heap / 1024:N0} KiB"));
        report.Print(Console.Out);
        return report.Broken().Any() ? Broken : 0;
    }
}
