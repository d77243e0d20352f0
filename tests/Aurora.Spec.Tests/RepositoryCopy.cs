using System.Text.RegularExpressions;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests;

/// <summary>A copy of the files that the tool reads, including the last build, which a test can change.</summary>
internal sealed partial class RepositoryCopy : IDisposable
{
    private static readonly string[] Files =
        ["Aurora.Generated.sln", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nswag.json", "src/Aurora.snk", "src/Directory.Build.props", "src/Polyfills.targets"];

    private static readonly string[] Folders = ["openapi", "src/Aurora.Client", "src/Aurora.Testing"];

    public RepositoryCopy() => TestRepository.Copy(Files.Concat(Folders.SelectMany(folder => FilesBelow(Original, folder))), Repository.Root);

    /// <summary>The repository itself, which tests must not change.</summary>
    public static Repository Original { get; } = new(TestRepository.Root);

    public Repository Repository { get; } = new(Directory.CreateTempSubdirectory("aurora-spec-").FullName);

    public string this[string file]
    {
        get => File.ReadAllText(Repository.PathOf(file));
        set => File.WriteAllText(Repository.PathOf(file), value);
    }

    /// <summary>The version of the packages.</summary>
    public string Version
    {
        get => PackageVersion.Of(Repository).ToNormalizedString();
        set => this[PackageVersion.File] = Prefix().Replace(this[PackageVersion.File], $"<VersionPrefix>{value}</VersionPrefix>");
    }

    /// <summary>Replaces a text that the file must contain.</summary>
    public void Replace(string file, string find, string replacement)
    {
        Assert.That(this[file], Does.Contain(find));
        this[file] = this[file].Replace(find, replacement, StringComparison.Ordinal);
    }

    /// <summary>The files that were changed, added or removed in the copy, without the output of builds.</summary>
    public string[] Changed() =>
    [
        .. Folders.SelectMany(folder => FilesBelow(Original, folder).Union(FilesBelow(Repository, folder))).Concat(Files)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => !Same(Original.PathOf(file), Repository.PathOf(file))),
    ];

    public void Dispose() => Directory.Delete(Repository.Root, recursive: true);

    private static bool Same(string one, string other) =>
        File.Exists(one) && File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    private static IEnumerable<string> FilesBelow(Repository repository, string folder) =>
        Directory.EnumerateFiles(repository.PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith($"{folder}/obj/", StringComparison.Ordinal))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) || file.Contains($"/bin/{Repository.Configuration}/", StringComparison.Ordinal));

    [GeneratedRegex("<VersionPrefix>.*</VersionPrefix>")]
    private static partial Regex Prefix();
}
