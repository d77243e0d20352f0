using System.Collections;
using CliWrap;
using CliWrap.Buffered;

namespace Aurora.Packaging.Tests.Processes;

/// <summary>Runs a program for up to ten minutes. After this time, the program and its child processes are killed.</summary>
internal static class ChildProcess
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // Variables of the surrounding build and test run, and the account of the user, must not affect the program.
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
            throw new TimeoutException($"{command.TargetFilePath} {command.Arguments} was killed because it was still running after {Limit.TotalMinutes} minutes.");
        }
    }

    /// <param name="program">The program.</param>
    /// <param name="directory">The working directory.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="variables">Additional environment variables. A null value removes a variable.</param>
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
        // A reusable build node would keep running after the test.
        surroundings["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in variables)
            surroundings[name] = value;
        return surroundings;
    }
}
