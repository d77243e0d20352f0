using Aurora.Spec.Versions;

namespace Aurora.Spec.Releases.Steps;

/// <summary>Fetches what was released last, for the new packages to be compared with, unless the new version may break callers.</summary>
internal sealed class ReleasedStep : IReleaseStep
{
    public string Title => "Fetching what was released last, to compare with";

    public async Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        if (Baseline.Of(release.Repository)?.Version is not { } released)
            return;
        if (release.Version >= SemanticVersionRule.Lowest(released, VersionBump.Major))
        {
            release.Report.Tell($"{release.Version} may break callers of {released}: not compared.");
            return;
        }

        Directory.CreateDirectory(release.ReleasedFolder);
        foreach (var id in PackageSet.Libraries)
        {
            using var content = new MemoryStream();
            if (await release.Feed!.CopyAsync(id, released, content, cancellationToken))
                await File.WriteAllBytesAsync(Path.Combine(release.ReleasedFolder, $"{id}.{released.ToNormalizedString()}.nupkg"), content.ToArray(), cancellationToken);
            else
                release.Report.Tell($"{release.Feed.Name} has no {id} {released}: not compared.");
        }

        release.ReleasedVersion = released;
    }
}
