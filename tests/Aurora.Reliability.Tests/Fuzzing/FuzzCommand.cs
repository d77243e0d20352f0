using System.CommandLine;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary><c>fuzz</c>: the coverage-guided run, for as long as one likes.</summary>
internal static class FuzzCommand
{
    private const int Found = 1;
    private const int Unusable = 2;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        var target = new Option<string>("--target") { Description = "What is fed: reader (bodies read as a whole), stream (while they arrive) or error (those of error statuses).", DefaultValueFactory = _ => FuzzTarget.All[0].Name };
        target.AcceptOnlyFromAmong([.. FuzzTarget.All.Select(each => each.Name)]);
        var hours = new Option<double>("--hours") { Description = "For how many hours." };
        var minutes = new Option<double>("--minutes") { Description = "For how many minutes; on top of the hours." };
        var output = new Option<DirectoryInfo?>("--output") { Description = "Where to leave what was found; a new folder when it is not given." };
        var command = new Command("fuzz", "Looks with AFL++ for bodies that are not read or refused as promised. Ends with 1 when there are any.") { target, hours, minutes, output };
        command.Validators.Add(result =>
        {
            if (Time(result.GetValue(hours), result.GetValue(minutes)) < TimeSpan.FromSeconds(1))
                result.AddError("--hours and --minutes must come to a second or more: for instance --hours 2.");
        });
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(FuzzTarget.Of(parsed.GetValue(target)!), Time(parsed.GetValue(hours), parsed.GetValue(minutes)), parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static TimeSpan Time(double hours, double minutes) => TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(minutes);

    private static async Task<int> RunAsync(FuzzTarget target, TimeSpan time, DirectoryInfo? output, CancellationToken cancellationToken)
    {
        if (!AflFuzz.IsInstalled)
        {
            await Console.Error.WriteLineAsync("afl-fuzz is not on the PATH. Install AFL++ (Debian: apt-get install afl++), and run it again.");
            return Unusable;
        }

        using var folder = new FuzzFolder();
        var afl = new AflFuzz(folder, target);
        var run = afl.RunAsync(time, cancellationToken);
        while (await Task.WhenAny(run, Task.Delay(Between, CancellationToken.None)) != run)
            Console.WriteLine(afl.State() ?? "starting …");
        await run;
        Console.WriteLine(afl.State());

        var findings = new Findings(output?.FullName ?? Directory.CreateTempSubdirectory("aurora-fuzz-found-").FullName);
        var faults = findings.Keep("crashes", afl.Crashes) + findings.Keep("hangs", afl.Hangs);
        findings.Keep("new", await afl.MinimiseAsync());
        return faults > 0 ? Found : 0;
    }
}
