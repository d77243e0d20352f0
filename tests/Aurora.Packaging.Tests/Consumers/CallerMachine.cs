using System.Xml.Linq;
using Aurora.Packaging.Tests.Packing;
using Aurora.Packaging.Tests.Processes;
using CliWrap;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>
/// A folder that represents the machine of a caller. It is outside this repository, has an empty package cache, and uses the
/// <c>nuget.config</c> in the README.
/// </summary>
internal sealed class CallerMachine
{
    private static readonly Lazy<Task<CallerMachine>> Shared = new(CreateSharedAsync);

    private readonly Dictionary<string, string?> _variables;

    /// <param name="name">The name of the folder.</param>
    /// <param name="sources">The <c>nuget.config</c>.</param>
    /// <param name="version">The version of the packages that the projects reference.</param>
    public CallerMachine(string name, XDocument sources, string version)
    {
        Folder = TestRunFolder.Create(name);
        PackageCache = Path.Combine(Folder, ".packages");
        // With CI set, a restore could require lock files, which callers do not have.
        _variables = new()
        {
            ["NUGET_PACKAGES"] = PackageCache,
            ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(Folder, ".http"),
            ["CI"] = null,
        };

        sources.Save(Path.Combine(Folder, "nuget.config"));
        File.Copy(Path.Combine(TestRepository.Root, "global.json"), Path.Combine(Folder, "global.json"));
        // MSBuild uses the first of each of these files that it finds in the parent folders of a project.
        Save("Directory.Build.props", new XElement("PropertyGroup",
            new XElement("AuroraVersion", version),
            new XElement("TreatWarningsAsErrors", true),
            new XElement("MSBuildTreatWarningsAsErrors", true)));
        Save("Directory.Build.targets");
        Save("Directory.Packages.props");
    }

    public string Folder { get; }

    public string PackageCache { get; }

    /// <summary>Returns the machine that all consumers share, so that each package is downloaded once. It references the packed version.</summary>
    public static Task<CallerMachine> GetAsync() => Shared.Value;

    /// <summary>Copies a project in the folder of this file to a new folder.</summary>
    public Consumer Copy(string project, string? name = null)
    {
        var source = Path.Combine(TestRepository.Root, "tests", "Aurora.Packaging.Tests", "Consumers", project);
        var target = Path.Combine(Folder, name ?? project);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new Consumer(this, target);
    }

    /// <summary>Creates an empty folder.</summary>
    public Consumer Empty(string name) => new(this, Directory.CreateDirectory(Path.Combine(Folder, name)).FullName);

    public Command Command(string program, string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> variables) =>
        ChildProcess.Command(program, directory, arguments, _variables.Concat(variables).ToDictionary());

    private static async Task<CallerMachine> CreateSharedAsync()
    {
        var packages = await PackedPackages.GetAsync();
        var sources = ReadmeConfiguration.With(packages.Folder, PublicSource.Address);
        return new CallerMachine("callers", sources, $"[{packages.VersionOf("Aurora.Client")}]");
    }

    private void Save(string file, params object[] content) =>
        new XDocument(new XElement("Project", content)).Save(Path.Combine(Folder, file));
}
