using System.Text;
using Aurora.Spec.Releases;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace Aurora.Spec.Tests.Releases;

/// <summary>Packages with next to nothing in them.</summary>
internal static class TestPackages
{
    /// <summary>Packs what a release has: every package, with its symbols.</summary>
    public static void Pack(string folder, string version, string content = "content")
    {
        foreach (var id in PackedPackage.Ids)
        {
            Write(Path.Combine(folder, $"{id}.{version}.nupkg"), id, version, content);
            Write(Path.Combine(folder, $"{id}.{version}.snupkg"), id, version, content, "SymbolsPackage");
        }
    }

    public static void Write(string file, string id, string version, string content, string? type = null)
    {
        var package = new PackageBuilder(deterministic: true) { Id = id, Version = NuGetVersion.Parse(version), Description = "A package of a test.", DeterministicTimestamp = "1577836800" };
        package.Authors.Add("The Aurora client authors");
        package.Files.Add(new TextFile("content/content.txt", content));
        if (type is not null)
            package.PackageTypes.Add(new PackageType(type, PackageType.EmptyVersion));
        using var stream = File.Create(file);
        package.Save(stream);
    }

    private sealed class TextFile(string path, string content) : IPackageFile
    {
        public string Path => path;

        public string EffectivePath => path;

        public System.Runtime.Versioning.FrameworkName? TargetFramework => null;

        public NuGet.Frameworks.NuGetFramework? NuGetFramework => null;

        public DateTimeOffset LastWriteTime => new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public Stream GetStream() => new MemoryStream(Encoding.UTF8.GetBytes(content));
    }
}
