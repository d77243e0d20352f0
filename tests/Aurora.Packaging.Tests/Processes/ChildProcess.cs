using System.Collections;
using CliWrap;
using CliWrap.Buffered;

namespace Aurora.Packaging.Tests.Processes;

/// <summary>Runs a program to its end, for ten minutes at most; then it and what it has started are killed.</summary>
internal static class ChildProcess
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // What a build or a test run around these tests says of itself, and an account that the machine may have, is not for the children.
    private static readonly string[] NotInherited = ["MSBUILD", "VSTEST_", "TESTINGPLATFORM_", "AURORA_"];

    public static Task<ChildResult> RunAsync(string program, string directory, params string[] arguments) =>
        RunAsync(Command(program, directory, arguments, new Dictionary<string, string?>()));

    public static async Task<ChildResult> RunAsync(Command command)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var result = await command.ExecuteBufferedAsync(limit.Token);
            return new ChildResult(result.ExitCode, result.StandardOutput, result.StandardError);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"{command.TargetFilePath} {command.Arguments} had not ended after {Limit.TotalMinutes} minutes, and was killed.");
        }
    }

    /// <param name="program">What to run.</param>
    /// <param name="directory">Where.</param>
    /// <param name="arguments">With what.</param>
    /// <param name="variables">What the program has in its environment beside this machine's; null for what it has not.</param>
    public static Command Command(string program, string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> variables) =>
        Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(directory)
            .WithEnvironmentVariables(Surroundings(variables))
            .WithValidation(CommandResultValidation.None);

    private static Dictionary<string, string?> Surroundings(IReadOnlyDictionary<string, string?> variables)
    {
        var surroundings = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key)
            .Where(name => NotInherited.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(name => name, _ => (string?)null);
        // A build node that waits for the next build would outlive the test.
        surroundings["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in variables)
            surroundings[name] = value;
        return surroundings;
    }
}
