using Aurora.Packaging.Tests.Processes;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace Aurora.Packaging.Tests.Packing;

/// <summary>The packages under test: those in the folder that <c>AURORA_PACKAGES</c> names, or else those that the working tree makes.</summary>
internal sealed class PackedPackages
{
    private const string Variable = "AURORA_PACKAGES";

    private static readonly Lazy<Task<PackedPackages>> Packed = new(FindOrPackAsync);

    private PackedPackages(string folder) => Folder = folder;

    /// <summary>Where they are, and nothing that was not packed with them.</summary>
    public string Folder { get; }

    public IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.nupkg").Order(StringComparer.Ordinal);

    /// <summary>The packages under test, packed when the first test asks for them.</summary>
    public static Task<PackedPackages> GetAsync() => Packed.Value;

    /// <summary>Packs the working tree, from a copy in a new folder each time.</summary>
    /// <param name="name">Of that folder.</param>
    /// <param name="variables">What the pack has in its environment beside this machine's.</param>
    public static async Task<PackedPackages> PackAsync(string name, IReadOnlyDictionary<string, string?>? variables = null)
    {
        var copy = TestRunFolder.Create(Path.Combine(name, "repository"));
        var folder = TestRunFolder.Create(Path.Combine(name, "packages"));
        await RepositoryCopy.MakeAsync(copy);
        string[] pack = ["pack", "Aurora.Generated.sln", "-nologo", "-c", "Release", "-o", folder];
        (await ChildProcess.RunAsync(ChildProcess.Command("dotnet", copy, pack, variables ?? new Dictionary<string, string?>()))).Succeeded("dotnet pack");
        return new PackedPackages(folder);
    }

    /// <summary>The one file of this package.</summary>
    public string FileOf(string id)
    {
        string[] files = [.. Files.Where(file => Identity(file).Id == id)];
        Assert.That(files, Has.Length.EqualTo(1), $"{Folder} must hold one version of {id}. {Variable} names a folder with the packages of one release.");
        return files[0];
    }

    public string VersionOf(string id) => Identity(FileOf(id)).Version.ToNormalizedString();

    private static async Task<PackedPackages> FindOrPackAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
            return await PackAsync("first");
        Assert.That(folder, Does.Exist.IgnoreFiles, $"{Variable} names {folder}, which is no folder. Pack into it, or unset the variable to have the working tree packed.");
        return new PackedPackages(Path.GetFullPath(folder));
    }

    private static PackageIdentity Identity(string file)
    {
        using var package = new PackageArchiveReader(file);
        return package.GetIdentity();
    }
}
