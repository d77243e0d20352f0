using System.Globalization;
using CliWrap;

namespace Aurora.Reliability.Tests.Fuzzing;

/// <summary>AFL++ on one target.</summary>
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
        // The program is dotnet, which is not instrumented itself.
        ["AFL_SKIP_BIN_CHECK"] = "1",
        ["AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES"] = "1",
        ["AFL_FORKSRV_INIT_TMOUT"] = "60000",
        ["DOTNET_gcConcurrent"] = "0",
    };

    public static bool IsInstalled => PathOf("afl-fuzz") is not null;

    /// <summary>Bodies that were not refused or read as promised.</summary>
    public IEnumerable<string> Crashes => Files("crashes");

    /// <summary>Bodies that took too long.</summary>
    public IEnumerable<string> Hangs => Files("hangs");

    private string Queue => Path.Combine(folder.Findings, "default", "queue");

    /// <summary>Fuzzes until the time is over or somebody ends it.</summary>
    public async Task RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        string[] arguments = ["-V", ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture), "-x", folder.Words, "-o", folder.Findings];
        await StartAsync("afl-fuzz", folder.Seeds, arguments, cancellationToken);
    }

    /// <summary>Of all bodies those that are needed to reach what they reach; all of them when that cannot be found out.</summary>
    public async Task<IEnumerable<string>> MinimiseAsync()
    {
        try
        {
            await StartAsync("afl-cmin", Queue, ["-e", "-o", folder.Minimised], CancellationToken.None);
            return Directory.EnumerateFiles(folder.Minimised);
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Files("queue");
        }
    }

    /// <summary>What afl-fuzz says of its state, or null before it has begun.</summary>
    public string? State()
    {
        var file = Path.Combine(folder.Findings, "default", "fuzzer_stats");
        if (!File.Exists(file))
            return null;
        var stats = File.ReadLines(file).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        return string.Join(", ", new[] { "run_time", "execs_done", "execs_per_sec", "corpus_count", "edges_found", "stability", "saved_crashes", "saved_hangs" }
            .Where(stats.ContainsKey).Select(name => $"{name} {stats[name]}"));
    }

    private async Task StartAsync(string program, string input, string[] arguments, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        try
        {
            var result = await Cli.Wrap(program)
                .WithArguments(["-i", input, "-m", "none", "-t", BodyTimeout.ToString(CultureInfo.InvariantCulture), .. arguments, "--", PathOf("dotnet")!, folder.Assembly, FuzzTargetCommand.Name, target.Name])
                .WithEnvironmentVariables(Variables)
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToDelegate(said.Add))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(said.Add))
                .ExecuteAsync(forcefulCancellationToken: CancellationToken.None, gracefulCancellationToken: cancellationToken);
            if (result.ExitCode != 0)
                throw new InvalidOperationException($"{program} ended with {result.ExitCode}:\n{string.Join("\n", said.TakeLast(15))}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It has ended as when its time is over.
        }
    }

    // afl-cmin does not look for a program itself.
    private static string? PathOf(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);

    private IEnumerable<string> Files(string kind)
    {
        var path = Path.Combine(folder.Findings, "default", kind);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path).Where(file => Path.GetFileName(file) != "README.txt") : [];
    }
}
