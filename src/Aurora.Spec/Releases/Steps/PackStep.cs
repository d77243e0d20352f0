namespace Aurora.Spec.Releases.Steps;

/// <summary>Packs, into an empty folder, exactly the packages of the release.</summary>
internal sealed class PackStep(IReadOnlyList<string> arguments) : IReleaseStep
{
    public string Title => $"Packing into {PackageSet.Folder}";

    public async Task RunAsync(Release release, CancellationToken cancellationToken)
    {
        var folder = release.Repository.PathOf(PackageSet.Folder);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        await new DotnetStep(Title, [.. arguments, "-o", folder, .. Released(release)]).RunAsync(release, cancellationToken);
        release.Packages = PackageSet.Read(release.Repository, release.Version);
    }

    private static string[] Released(Release release) => release.ReleasedVersion is { } released
        ? [$"-p:ReleasedPackages={release.ReleasedFolder}", $"-p:ReleasedVersion={released.ToNormalizedString()}"]
        : [];
}
