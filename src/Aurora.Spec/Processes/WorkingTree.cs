namespace Aurora.Spec.Processes;

/// <summary>The commit that is checked out, and the files that differ from it.</summary>
/// <param name="git">Runs git with these arguments in the repository.</param>
internal sealed class WorkingTree(Func<string[], Task<ProcessResult>> git)
{
    private const int MaxFiles = 10;

    /// <summary>Returns the id of the commit.</summary>
    /// <exception cref="SpecException">There is no commit, or a file differs from it.</exception>
    public async Task<string> CommitAsync()
    {
        var head = await git(["rev-parse", "--verify", "HEAD"]);
        if (head.ExitCode != 0)
            throw new SpecException($"The repository has no commit: {head.Output.Trim()}", "Fix: commit everything, and run the command again.");
        // The settings of the user can hide untracked files, which the projects would include.
        var status = await git(["status", "--porcelain", "--untracked-files=all"]);
        if (status.ExitCode != 0)
            throw new SpecException($"git status failed: {status.Output.Trim()}");
        var files = status.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (files.Length == 0)
            return head.Output.Trim();
        throw new SpecException(
        [
            "The working tree differs from the commit:",
            .. files.Take(MaxFiles).Select(file => $"  {file.TrimEnd()}"),
            .. files.Length > MaxFiles ? [$"  and {files.Length - MaxFiles} more"] : Array.Empty<string>(),
            "Fix: commit the files, or run git stash --include-untracked.",
        ]);
    }
}
