namespace Aurora.Spec.Releases.Steps;

/// <summary>The commit is still the one that was built, and neither the build nor the tests have changed a file.</summary>
internal sealed class SameCommitStep : IReleaseStep
{
    public string Title => "Is everything still as it was committed?";

    public async Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        var commit = await new WorkingTree(release.Repository, release.Processes).CommitAsync(cancellationToken);
        if (commit != release.Commit)
            throw new SpecException($"The release was built from {release.Commit!.Id}, and {commit.Id} is checked out now.", "Run it again, and leave the working copy alone until it has ended.");
    }
}
