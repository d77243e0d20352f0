using Aurora.Spec.Versions;

namespace Aurora.Spec.Releases.Steps;

/// <summary>The version is higher than the one that was released last.</summary>
internal sealed class VersionStep : IReleaseStep
{
    public string Title => "Is the version a new one?";

    public Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        if (Baseline.Of(release.Repository)?.Version is not { } released || release.Version > released)
            return Task.CompletedTask;
        var next = SemanticVersionRule.Lowest(released, VersionBump.Patch);
        throw new SpecException(
            release.Version == released
                ? $"The version is unchanged: {released} has been released, as {Baseline.Folder} says."
                : $"The version is {release.Version}, and {released} has been released, as {Baseline.Folder} says.",
            $"Write <VersionPrefix>{next}</VersionPrefix> or a higher one in {PackageVersion.File}, and commit it.");
    }
}
