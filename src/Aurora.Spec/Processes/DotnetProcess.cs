namespace Aurora.Spec.Processes;

/// <summary>Runs <c>dotnet</c> and keeps what it prints.</summary>
internal static class DotnetProcess
{
    public static Task<ProcessResult> RunAsync(string workingDirectory, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        new ProcessRunner().RunAsync(new ChildProcess("dotnet", arguments, workingDirectory), _ => { }, cancellationToken);
}
