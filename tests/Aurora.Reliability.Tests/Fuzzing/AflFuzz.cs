using System.Globalization;
using CliWrap;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>Runs AFL++ on one target.</summary>
internal sealed class AflFuzz(FuzzFolder folder, FuzzTarget target)
{
    private const int BodyTimeout = 5000;

    private static readonly Dictionary<string, string?> Variables = new()
    {
        ["AFL_ALLOW_TMP"] = "1",
        ["AFL_MAP_SIZE"] = "65536",
        ["AFL_NO_UI"] = "1",
        ["AFL_NO_AFFINITY"] = "1",
        ["AFL_SKIP_CPUFREQ"] = "1",
        // The program is the dotnet host, which is not instrumented.
        ["AFL_SKIP_BIN_CHECK"] = "1",
        ["AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES"] = "1",
        ["AFL_FORKSRV_INIT_TMOUT"] = "60000",
        ["DOTNET_gcConcurrent"] = "0",
    };

    public static bool IsInstalled => PathOf("afl-fuzz") is not null;

    /// <summary>Gets the files with the bodies that failed a check.</summary>
    public IEnumerable<string> Crashes => Files("crashes");

    /// <summary>Gets the files with the bodies that took too long.</summary>
    public IEnumerable<string> Hangs => Files("hangs");

    private string Queue => Path.Combine(folder.Findings, "default", "queue");

    /// <summary>Fuzzes for the specified time, or until canceled.</summary>
    public async Task RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        string[] arguments = ["-V", ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture), "-x", folder.Words, "-o", folder.Findings];
        await StartAsync("afl-fuzz", folder.Seeds, arguments, cancellationToken);
    }

    /// <summary>Returns a minimal set of bodies with the same coverage, or all bodies if it cannot be determined.</summary>
    public async Task<IEnumerable<string>> MinimizeAsync()
    {
        try
        {
            await StartAsync("afl-cmin", Queue, ["-e", "-o", folder.Minimized], CancellationToken.None);
            return Directory.EnumerateFiles(folder.Minimized);
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Files("queue");
        }
    }

    /// <summary>Returns the statistics of afl-fuzz, or null before it has started.</summary>
    public string? Statistics()
    {
        var file = Path.Combine(folder.Findings, "default", "fuzzer_stats");
        if (!File.Exists(file))
            return null;
        var stats = File.ReadLines(file).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        string[] names = ["run_time", "execs_done", "execs_per_sec", "corpus_count", "edges_found", "stability", "saved_crashes", "saved_hangs"];
        return string.Join(", ", names.Where(stats.ContainsKey).Select(name => $"{name} {stats[name]}"));
    }

    private async Task StartAsync(string program, string input, string[] arguments, CancellationToken cancellationToken)
    {
        var output = new List<string>();
        string[] targetCommand = [PathOf("dotnet")!, folder.Assembly, FuzzTargetCommand.Name, target.Name];
        try
        {
            var result = await Cli.Wrap(program)
                .WithArguments(["-i", input, "-m", "none", "-t", $"{BodyTimeout}", .. arguments, "--", .. targetCommand])
                .WithEnvironmentVariables(Variables)
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToDelegate(output.Add))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(output.Add))
                .ExecuteAsync(forcefulCancellationToken: CancellationToken.None, gracefulCancellationToken: cancellationToken);
            if (result.ExitCode != 0)
                throw new InvalidOperationException($"{program} exited with code {result.ExitCode}:\n{string.Join("\n", output.TakeLast(15))}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Cancellation ends the run early, and its findings are kept.
        }
    }

    // afl-cmin requires the full path of the program.
    private static string? PathOf(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);

    private IEnumerable<string> Files(string kind)
    {
        var path = Path.Combine(folder.Findings, "default", kind);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path).Where(file => Path.GetFileName(file) != "README.txt") : [];
    }
}
