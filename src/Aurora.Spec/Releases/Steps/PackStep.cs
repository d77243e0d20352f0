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
        // With the time of the packing in them, no second run could tell its packages from those of the first.
        await new DotnetStep(Title, [.. arguments, $"-p:DeterministicTimestamp={release.Commit!.Time}"]).RunAsync(release, cancellationToken);
        release.Packages = PackageSet.Read(release.Repository, release.Version);
    }
}
