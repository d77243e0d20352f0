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
