using Aurora.Spec.Files;
using NuGet.Common;
using NuGet.Packaging.Core;
using NuGet.Protocol;
using NuGet.Versioning;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>A folder that NuGet takes for a feed, with all packages in it side by side. It gets all packages of a release, or none.</summary>
internal sealed class FolderFeed(string folder) : IPackageFeed
{
    public string Name => folder;

    public Task<IReadOnlyList<string>> FindAsync(IEnumerable<string> ids, NuGetVersion version, CancellationToken cancellationToken)
    {
        if (LocalFolderUtility.GetLocalFeedType(folder, NullLogger.Instance) == FeedType.FileSystemV3)
            throw new SpecException(
                $"{folder} has a folder for each package and version, as nuget init makes them; the release puts its packages side by side.",
                $"Set {FeedAddress.Variable} to another folder, and add them from there.");
        return Task.FromResult<IReadOnlyList<string>>([.. ids.Where(id => FileOf(id, version) is not null)]);
    }

    public async Task<bool> CopyAsync(string id, NuGetVersion version, Stream content, CancellationToken cancellationToken)
    {
        if (FileOf(id, version) is not { } file)
            return false;
        await using var package = File.OpenRead(file);
        await package.CopyToAsync(content, cancellationToken);
        return true;
    }

    public Task<FeedContent> CompareAsync(PackedPackage package, CancellationToken cancellationToken) => Task.FromResult(Compare(package));

    public Task PushAsync(IReadOnlyList<PlannedPush> plan, PushReport report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var files = new FileChanges { ReplacesFiles = false };
        foreach (var file in plan.SelectMany(push => push.IsThere ? push.Package.Files.Skip(1) : push.Package.Files).Where(file => !File.Exists(PathOf(file))))
            files.Add(PathOf(file), File.ReadAllBytes(file));
        files.Write();
        foreach (var push in plan)
        {
            if (push.IsThere)
                report.WasThere(push.Package);
            else
                report.Pushed(push.Package);
        }

        return Task.CompletedTask;
    }

    private FeedContent Compare(PackedPackage package)
    {
        if (File.Exists(PathOf(package.Symbols)) && PackedPackage.Sha256(package.Symbols) != PackedPackage.Sha256(PathOf(package.Symbols)))
            return FeedContent.Other;
        if (FileOf(package.Id, package.Version) is not { } file)
            return FeedContent.Nothing;
        using var stream = File.OpenRead(file);
        return package.IsSameAs(stream) ? FeedContent.Same : FeedContent.Other;
    }

    private string PathOf(string file) => Path.Combine(folder, Path.GetFileName(file));

    // A file of its name is the package, even one that cannot be read; NuGet finds it under other names too.
    private string? FileOf(string id, NuGetVersion version)
    {
        var file = PathOf($"{id}.{version.ToNormalizedString()}.nupkg");
        return File.Exists(file) ? file : LocalFolderUtility.GetPackageV2(folder, new PackageIdentity(id, version), NullLogger.Instance)?.Path;
    }
}
