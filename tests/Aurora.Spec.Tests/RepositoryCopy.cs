using System.Reflection;

namespace Aurora.Spec.Tests;

/// <summary>What the tool looks at in the repository, as it was built last, copied to where it may be broken.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly string[] Files =
        ["Aurora.Generated.sln", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nswag.json"];

    private static readonly string[] Folders = ["openapi", "src/Aurora.Client", "src/Aurora.Testing"];

    public RepositoryCopy()
    {
        foreach (var file in Files.Concat(Folders.SelectMany(FilesBelow)))
        {
            var target = Repository.PathOf(file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Original.PathOf(file), target);
        }
    }

    /// <summary>The repository itself, which no test may change.</summary>
    public static Repository Original { get; } = new(
        typeof(RepositoryCopy).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!);

    public Repository Repository { get; } = new(Directory.CreateTempSubdirectory("aurora-spec-").FullName);

    public string this[string file]
    {
        get => File.ReadAllText(Repository.PathOf(file));
        set => File.WriteAllText(Repository.PathOf(file), value);
    }

    /// <summary>Replaces a text that has to be there.</summary>
    public void Replace(string file, string find, string replacement)
    {
        Assert.That(this[file], Does.Contain(find));
        this[file] = this[file].Replace(find, replacement, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Repository.Root, recursive: true);

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Original.PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Original.Root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith($"{folder}/obj/", StringComparison.Ordinal))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) || file.Contains($"/bin/{Repository.Configuration}/", StringComparison.Ordinal));
}
