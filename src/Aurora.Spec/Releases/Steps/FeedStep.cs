namespace Aurora.Spec.Releases.Steps;

/// <summary>The feed answers, and can be pushed to. What it has of this version is compared when there is something to compare it with.</summary>
internal sealed class FeedStep : IReleaseStep
{
    public string Title => "Does the feed answer, and is the version new to it?";

    public async Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        var found = await release.Feed!.FindAsync(PackageSet.Ids, release.Version, cancellationToken);
        if (found.Count > 0)
            release.Report.Tell($"{string.Join(", ", found)}: {release.Version} is there already. If an earlier run pushed it, this one completes that.");
    }
}
