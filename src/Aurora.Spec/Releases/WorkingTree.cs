using Aurora.Spec.Processes;

namespace Aurora.Spec.Releases;

/// <summary>What git says of the working copy.</summary>
internal sealed class WorkingTree(Repository repository, IProcessRunner processes)
{
    private const int Most = 10;

    /// <summary>The commit that is checked out, with nothing beside it: what is packed is what is committed.</summary>
    /// <exception cref="SpecException">There is no commit, or a file that is not as it is committed.</exception>
    public async Task<Commit> CommitAsync(CancellationToken cancellationToken)
    {
        var head = await GitAsync(["rev-parse", "--verify", "HEAD"], cancellationToken);
        if (head.ExitCode != 0)
            throw new SpecException($"{repository.Root} has no commit that could be released.", "Commit everything, and run it again.", head.Output.Trim());
        // The maintainer's own settings may hide untracked files, and the projects would take them in.
        var status = await GitAsync(["status", "--porcelain", "--untracked-files=all"], cancellationToken);
        if (status.ExitCode != 0)
            throw new SpecException("git could not say whether everything is committed.", status.Output.Trim());
        var files = status.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (files.Length > 0)
            throw new SpecException(
            [
                "The working tree is not what is committed:",
                .. files.Take(Most).Select(file => $"  {file.TrimEnd()}"),
                .. files.Length > Most ? [$"  and {files.Length - Most} more"] : Array.Empty<string>(),
                files.All(file => file[3..].StartsWith($"{Baseline.Folder}/", StringComparison.Ordinal))
                    ? $"Commit {Baseline.Folder}: it records the last release."
                    : "Commit them, or put them away with git stash --include-untracked, and run it again.",
            ]);
        return new Commit(head.Output.Trim());
    }

    private Task<ProcessResult> GitAsync(string[] arguments, CancellationToken cancellationToken) =>
        processes.RunAsync(new ChildProcess("git", arguments, repository.Root) { Variables = ReleaseEnvironment.WithoutSecrets }, _ => { }, cancellationToken);
}
