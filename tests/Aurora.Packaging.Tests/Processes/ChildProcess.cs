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

    public static Task<ChildResult> DotnetAsync(string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? variables = null) =>
        RunAsync("dotnet", directory, arguments, variables);

    public static async Task<ChildResult> RunAsync(
        string program, string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? variables = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var result = await Command(program, directory, arguments, variables).ExecuteBufferedAsync(limit.Token);
            return new ChildResult(result.ExitCode, result.StandardOutput, result.StandardError);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} had not ended after {Limit.TotalMinutes} minutes, and was killed.");
        }
    }

    public static Command Command(string program, string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? variables = null) =>
        Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(directory)
            .WithEnvironmentVariables(Surroundings(variables))
            .WithValidation(CommandResultValidation.None);

    private static Dictionary<string, string?> Surroundings(IReadOnlyDictionary<string, string?>? variables)
    {
        var surroundings = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key)
            .Where(name => NotInherited.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(name => name, _ => (string?)null);
        // A build node that waits for the next build would outlive the test.
        surroundings["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
            surroundings[name] = value;
        return surroundings;
    }
}
