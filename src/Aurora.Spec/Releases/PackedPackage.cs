using System.Security.Cryptography;
using NuGet.Packaging;

namespace Aurora.Spec.Releases;

/// <summary>A package of a release in a folder, with its symbols.</summary>
internal sealed record PackedPackage(string Id, NuGetVersion Version, string Folder)
{
    /// <summary>Gets the ids in the order of the pushes: each package follows those that it depends on.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["Aurora.Client", "Aurora.Testing", "Aurora.Cli"];

    /// <summary>Gets the ids of the packages that callers compile against.</summary>
    public static IReadOnlyList<string> Libraries { get; } = ["Aurora.Client", "Aurora.Testing"];

    public string Name => $"{Id} {Version}";

    public string File => Path.Combine(Folder, $"{Id}.{Version.ToNormalizedString()}.nupkg");

    public string Symbols => Path.ChangeExtension(File, ".snupkg");

    /// <summary>Gets a hash of the content without the signature that a feed may add.</summary>
    public string ContentHash => Hash(System.IO.File.ReadAllBytes(File));

    /// <exception cref="SpecException">The folder does not contain exactly the packages of the release.</exception>
    public static IReadOnlyList<PackedPackage> ReadAll(string folder, NuGetVersion version)
    {
        PackedPackage[] packages = [.. Ids.Select(id => new PackedPackage(id, version, folder))];
        var expected = packages.SelectMany(package => new[] { package.File, package.Symbols }).ToList();
        var found = Directory.GetFiles(folder);
        var findings = expected.Except(found).Select(file => $"{file} was not packed.").Concat(found.Except(expected).Select(file => $"{file} is not a file of the release {version}.")).ToList();
        return findings.Count == 0 ? packages : throw new SpecException([.. findings, "Fix: correct the projects, or the ids in PackedPackage."]) { ExitCode = ExitCode.Found };
    }

    public static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(file)));

    public bool HasSameContent(byte[] other) => ContentHash == Hash(other);

    private static string Hash(byte[] package)
    {
        using var reader = new PackageArchiveReader(new MemoryStream(package));
        return reader.GetContentHash(CancellationToken.None);
    }
}

/// <summary>
/// The record of the packages that passed the tests: what they were built from, and the hash of each file. The next release of the same
/// commit pushes them without building and testing again.
/// </summary>
/// <param name="inputs">The commit and everything else that the packages depend on, a line each.</param>
internal sealed class TestedPackages(string file, string folder, IReadOnlyList<string> inputs)
{
    /// <summary>Returns whether the packages passed the tests and have not changed since.</summary>
    public bool Exist() => File.Exists(file) && Directory.Exists(folder) && File.ReadAllText(file) == Text();

    public void Save() => File.WriteAllText(file, Text());

    private string Text() => string.Join('\n', inputs.Concat(Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => $"{PackedPackage.Sha256(file)}  {Path.GetFileName(file)}")));
}
