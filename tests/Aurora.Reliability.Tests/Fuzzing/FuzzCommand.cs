using System.CommandLine;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Implements <c>fuzz</c>: coverage-guided fuzzing with AFL++.</summary>
internal static class FuzzCommand
{
    private const int FindingsExitCode = 1;
    private const int NotInstalledExitCode = 2;

    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        var target = new Option<string>("--target")
        {
            Description = "Code to test: reader (lists read as a whole), stream (lists read while they arrive) or error (bodies of error responses).",
            DefaultValueFactory = _ => FuzzTarget.All[0].Name,
        };
        target.AcceptOnlyFromAmong([.. FuzzTarget.All.Select(each => each.Name)]);
        var hours = new Option<double>("--hours") { Description = "Duration in hours." };
        var minutes = new Option<double>("--minutes") { Description = "Duration in minutes, added to --hours." };
        var output = new Option<DirectoryInfo?>("--output") { Description = "Folder for the findings. Defaults to a new temporary folder." };
        var command = new Command("fuzz", "Find inputs that fail a check, using AFL++. The exit code is 1 if there are any.")
        {
            target, hours, minutes, output,
        };
        command.Validators.Add(result =>
        {
            var time = Time(result.GetValue(hours), result.GetValue(minutes));
            if (time < TimeSpan.FromSeconds(1))
                result.AddError($"The duration is {time}, but must be at least one second. Fix: set --hours or --minutes, for example --hours 2.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            FuzzTarget.Find(parsed.GetValue(target)!),
            Time(parsed.GetValue(hours), parsed.GetValue(minutes)),
            parsed.GetValue(output),
            cancellationToken));
        return command;
    }

    private static TimeSpan Time(double hours, double minutes) => TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(minutes);

    private static async Task<int> RunAsync(FuzzTarget target, TimeSpan time, DirectoryInfo? output, CancellationToken cancellationToken)
    {
        if (!AflFuzz.IsInstalled)
        {
            await Console.Error.WriteLineAsync("afl-fuzz was not found in the PATH. Fix: install AFL++ (on Debian: apt-get install afl++).");
            return NotInstalledExitCode;
        }

        using var folder = new FuzzFolder();
        var afl = new AflFuzz(folder, target);
        var run = afl.RunAsync(time, cancellationToken);
        while (await Task.WhenAny(run, Task.Delay(ReportInterval, CancellationToken.None)) != run)
            Console.WriteLine(afl.Statistics() ?? "Starting…");
        await run;
        Console.WriteLine(afl.Statistics());

        var findings = new Findings(output?.FullName ?? Directory.CreateTempSubdirectory("aurora-fuzz-found-").FullName);
        var failures = findings.Save("crashes", afl.Crashes) + findings.Save("hangs", afl.Hangs);
        findings.Save("new", await afl.MinimizeAsync());
        return failures > 0 ? FindingsExitCode : 0;
    }
}
