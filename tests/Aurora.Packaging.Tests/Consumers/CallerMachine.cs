using System.Xml.Linq;
using Aurora.Packaging.Tests.Packing;
using Aurora.Packaging.Tests.Processes;
using CliWrap;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Where callers work: outside this repository, with no package restored yet, and the README's <c>nuget.config</c> above them.</summary>
internal sealed class CallerMachine
{
    private static readonly Lazy<Task<CallerMachine>> Shared = new(CreateSharedAsync);

    private readonly Dictionary<string, string?> _variables;

    /// <param name="name">Of its folder.</param>
    /// <param name="sources">Its <c>nuget.config</c>.</param>
    /// <param name="version">Which version of the packages its projects ask for.</param>
    public CallerMachine(string name, XDocument sources, string version)
    {
        Folder = TestRunFolder.Create(name);
        PackageCache = Path.Combine(Folder, ".packages");
        // A caller has no lock file, so that nothing is to be restored by one, as CI may ask for.
        _variables = new()
        {
            ["NUGET_PACKAGES"] = PackageCache,
            ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(Folder, ".http"),
            ["CI"] = null,
        };

        sources.Save(Path.Combine(Folder, "nuget.config"));
        File.Copy(Path.Combine(Spec.Tests.TestRepository.Root, "global.json"), Path.Combine(Folder, "global.json"));
        // MSBuild looks for these three in every folder from a project up, and takes the first that it finds.
        Save("Directory.Build.props", new XElement("PropertyGroup",
            new XElement("AuroraVersion", version),
            new XElement("TreatWarningsAsErrors", true),
            new XElement("MSBuildTreatWarningsAsErrors", true)));
        Save("Directory.Build.targets");
        Save("Directory.Packages.props");
    }

    public string Folder { get; }

    public string PackageCache { get; }

    /// <summary>The machine of all consumers, so that each package is downloaded once a run. It asks for the very version that was packed.</summary>
    public static Task<CallerMachine> GetAsync() => Shared.Value;

    /// <summary>A new folder with the files of one of the projects beside this file.</summary>
    public Consumer Copy(string project, string? name = null)
    {
        var source = Path.Combine(Spec.Tests.TestRepository.Root, "tests", "Aurora.Packaging.Tests", "Consumers", project);
        var target = Path.Combine(Folder, name ?? project);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new Consumer(this, target);
    }

    /// <summary>A new folder with nothing in it.</summary>
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
