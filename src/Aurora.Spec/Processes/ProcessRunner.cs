using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace Aurora.Spec.Processes;

/// <summary>Runs programs on this machine, and returns what they print.</summary>
internal sealed class ProcessRunner : IProcessRunner
{
    public async Task<ProcessResult> RunAsync(ChildProcess child, Action<string> onLine, CancellationToken cancellationToken)
    {
        var lines = new Lock();
        var pipe = PipeTarget.ToDelegate(line =>
        {
            lock (lines)
                onLine(line);
        });
        try
        {
            var result = await CliWrap.Cli.Wrap(child.Program)
                .WithArguments(child.Arguments)
                .WithWorkingDirectory(child.WorkingDirectory)
                .WithEnvironmentVariables(VariablesOf(child))
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(pipe)
                .WithStandardErrorPipe(pipe)
                .ExecuteBufferedAsync(cancellationToken);
            return new ProcessResult(result.ExitCode, result.StandardOutput + result.StandardError);
        }
        catch (Win32Exception exception)
        {
            throw new SpecException($"{child.Program} cannot be run: {exception.Message}", $"Install {child.Program}, or put it on the PATH.");
        }
    }

    // A build or a test run that started the tool sets variables that would change a build inside it.
    private static Dictionary<string, string?> VariablesOf(ChildProcess child)
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in child.Variables)
            variables[name] = value;
        return variables;
    }
}

/// <summary>Runs other programs.</summary>
internal interface IProcessRunner
{
    /// <summary>Runs a program and waits until it ends. Cancellation ends the program and its child processes.</summary>
    /// <param name="onLine">Is called for every line that the program prints.</param>
    /// <exception cref="SpecException">The program does not exist.</exception>
    Task<ProcessResult> RunAsync(ChildProcess child, Action<string> onLine, CancellationToken cancellationToken);
}

/// <param name="Output">The text of standard output, followed by that of standard error.</param>
internal sealed record ProcessResult(int ExitCode, string Output);

/// <summary>Runs <c>dotnet</c> and keeps what it prints.</summary>
internal static class DotnetProcess
{
    public static Task<ProcessResult> RunAsync(string workingDirectory, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        new ProcessRunner().RunAsync(new ChildProcess("dotnet", arguments, workingDirectory), _ => { }, cancellationToken);
}

/// <summary>A program to run.</summary>
/// <param name="Program">The name or the path of the program.</param>
/// <param name="Arguments">The arguments without quotes, because no shell parses them.</param>
internal sealed record ChildProcess(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>Environment variables that are added to those of the tool. A null value removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Returns the command line for a message.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program));
}
