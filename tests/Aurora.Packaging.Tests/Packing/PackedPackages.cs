using Aurora.Packaging.Tests.Processes;
using NuGet.Packaging;
using NuGet.Packaging.Core;

namespace Aurora.Packaging.Tests.Packing;

/// <summary>The packages under test: those in the folder <c>AURORA_PACKAGES</c>, or packages that are packed from the working tree.</summary>
internal sealed class PackedPackages
{
    private const string Variable = "AURORA_PACKAGES";

    private static readonly Lazy<Task<PackedPackages>> Packed = new(FindOrPackAsync);

    private PackedPackages(string folder) => Folder = folder;

    /// <summary>Gets the folder, which contains only these packages.</summary>
    public string Folder { get; }

    public IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.nupkg").Order(StringComparer.Ordinal);

    /// <summary>Returns the packages under test. The first call packs them.</summary>
    public static Task<PackedPackages> GetAsync() => Packed.Value;

    /// <summary>Packs a copy of the working tree in a new folder.</summary>
    /// <param name="name">The name of the folder.</param>
    /// <param name="variables">Additional environment variables.</param>
    public static async Task<PackedPackages> PackAsync(string name, IReadOnlyDictionary<string, string?>? variables = null)
    {
        var copy = TestRunFolder.Create(Path.Combine(name, "repository"));
        var folder = TestRunFolder.Create(Path.Combine(name, "packages"));
        await RepositoryCopy.MakeAsync(copy);
        // The build of the solution runs the analyzers. They do not change the packages.
        string[] pack = ["pack", "Aurora.Generated.sln", "-nologo", "-c", "Release", "-p:RunAnalyzers=false", "-o", folder];
        var command = ChildProcess.Command("dotnet", copy, pack, variables ?? new Dictionary<string, string?>());
        (await ChildProcess.RunAsync(command)).Succeeded("dotnet pack");
        return new PackedPackages(folder);
    }

    /// <summary>Returns the file of a package.</summary>
    public string FileOf(string id)
    {
        string[] files = [.. Files.Where(file => Identity(file).Id == id)];
        Assert.That(files, Has.Length.EqualTo(1), $"{Folder} must contain exactly one version of {id}. Fix: set {Variable} to a folder with the packages of one release.");
        return files[0];
    }

    public string VersionOf(string id) => Identity(FileOf(id)).Version.ToNormalizedString();

    private static async Task<PackedPackages> FindOrPackAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
            return await PackAsync("first");
        Assert.That(
            folder, Does.Exist.IgnoreFiles, $"{Variable} is {folder}, but this folder does not exist. Fix: unset the variable to pack the working tree.");
        return new PackedPackages(Path.GetFullPath(folder));
    }

    private static PackageIdentity Identity(string file)
    {
        using var package = new PackageArchiveReader(file);
        return package.GetIdentity();
    }
}
