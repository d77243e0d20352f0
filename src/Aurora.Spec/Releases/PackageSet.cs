using NuGet.Packaging;
using NuGet.Versioning;

namespace Aurora.Spec.Releases;

/// <summary>The packages of a release.</summary>
internal static class PackageSet
{
    /// <summary>Where they are packed to.</summary>
    public const string Folder = "artifacts/packages";

    /// <summary>In the order in which they are pushed: what a package refers to is on the feed before it.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["Aurora.Client", "Aurora.Testing", "Aurora.Cli"];

    /// <summary>Those that callers compile against.</summary>
    public static IReadOnlyList<string> Libraries { get; } = ["Aurora.Client", "Aurora.Testing"];

    /// <summary>The packages that were packed: exactly those of the release.</summary>
    /// <exception cref="ReleaseException">One is missing, or there is another file.</exception>
    public static IReadOnlyList<PackedPackage> Read(Repository repository, NuGetVersion version)
    {
        var folder = repository.PathOf(Folder);
        var packages = Ids.Select(id => new PackedPackage(id, version, Path.Combine(folder, $"{id}.{version.ToNormalizedString()}.nupkg"))).ToList();
        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var missing = packages.SelectMany(package => package.Files).Except(found).ToList();
        var others = found.Except(packages.SelectMany(package => package.Files)).ToList();
        if (missing.Count > 0 || others.Count > 0)
            throw new ReleaseException(
            [
                .. missing.Select(file => $"{Folder}/{Path.GetFileName(file)} was not packed."),
                .. others.Select(file => $"{Folder}/{Path.GetRelativePath(folder, file)} was packed, and is no part of the release of {version}."),
                "Nothing was pushed. Mend the projects, or PackageSet, which says what a release has.",
            ]);
        foreach (var package in packages)
            EnsureIdentity(package);
        return packages;
    }

    private static void EnsureIdentity(PackedPackage package)
    {
        using var reader = new PackageArchiveReader(package.File);
        var identity = reader.GetIdentity();
        if (identity.Id != package.Id || identity.Version != package.Version)
            throw new ReleaseException($"{Folder}/{Path.GetFileName(package.File)} says that it is {identity.Id} {identity.Version}.", "Nothing was pushed.");
    }
}
