namespace Aurora.Spec.Releases.Steps;

/// <summary>Everything is committed.</summary>
internal sealed class CommitStep : IReleaseStep
{
    public string Title => "Is everything committed?";

    public async Task RunAsync(Release release, CancellationToken cancellationToken) =>
        release.Commit = await new WorkingTree(release.Repository, release.Processes).CommitAsync(cancellationToken);
}
