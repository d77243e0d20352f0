using Aurora.Spec.Releases.Feeds;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Releases.Steps;

/// <summary>What the feed has of this version is what has just been packed: an earlier run pushed it.</summary>
internal sealed class CompareStep : IReleaseStep
{
    public string Title => "Comparing the packages with those on the feed";

    public async Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        var plan = new List<PlannedPush>();
        foreach (var package in release.Packages)
        {
            var content = await release.Feed!.CompareAsync(package, cancellationToken);
            if (content == FeedContent.Other)
                throw Refusal(package, release.Feed);
            plan.Add(new PlannedPush(package, content == FeedContent.Same));
        }

        release.Plan = plan;
    }

    /// <summary>A version is pushed once.</summary>
    public static SpecException Refusal(PackedPackage package, IPackageFeed feed) => new(
        $"{package.Name} is on {feed.Name} already, with another content: it was released from another commit, or by another build.",
        $"Raise <VersionPrefix> in {PackageVersion.File}, and commit it; or, to complete an interrupted release, check its commit out.");
}
