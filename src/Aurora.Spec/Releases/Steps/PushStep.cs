namespace Aurora.Spec.Releases.Steps;

/// <summary>Pushes what is not there yet.</summary>
internal sealed class PushStep : IReleaseStep
{
    public string Title => "Pushing";

    public async Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        await release.Feed!.PushAsync(release.Plan, release.Report, cancellationToken);
        release.Report.Tell(release.Plan.All(push => push.IsThere)
            ? $"Already released: {release.Feed.Name} has all packages of {release.Version}."
            : $"Released: {release.Feed.Name} has all packages of {release.Version}.");
    }
}
