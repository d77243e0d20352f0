using CliWrap;
using CliWrap.Buffered;

namespace Aurora.Spec.Processes;

/// <summary>Runs <c>dotnet</c> and keeps what it prints.</summary>
internal static class DotnetProcess
{
    public static async Task<DotnetResult> RunAsync(string workingDirectory, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await CliWrap.Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(workingDirectory)
            .WithEnvironmentVariables(WithoutTheBuildAroundIt())
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellationToken);
        return new DotnetResult(result.ExitCode, result.StandardOutput + result.StandardError);
    }

    // What a build or a test run around the tool says of itself is not for the one inside it.
    private static Dictionary<string, string?> WithoutTheBuildAroundIt() =>
        Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(name => name, _ => (string?)null);
}

/// <param name="ExitCode">0 for a success.</param>
/// <param name="Output">Everything that it printed.</param>
internal sealed record DotnetResult(int ExitCode, string Output);
