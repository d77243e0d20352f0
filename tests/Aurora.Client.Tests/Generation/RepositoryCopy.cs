using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace Aurora.Client.Tests.Generation;

/// <summary>A copy of the client's project and of everything that its build step reads, which a test can change.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("aurora-repository-").FullName;

    public RepositoryCopy() => TestRepository.Copy(TestRepository.Files().Where(IsRead), _root);

    public string Document
    {
        get => File.ReadAllText(PathOf("openapi", "aurora.yaml"));
        set => File.WriteAllText(PathOf("openapi", "aurora.yaml"), value);
    }

    public string PathOf(params string[] parts) => Path.Combine([_root, .. parts]);

    public IReadOnlyDictionary<string, string> Generated() =>
        Directory.EnumerateFiles(PathOf("src", "Aurora.Client", "Generated")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    /// <summary>The metadata of the built client.</summary>
    public IReadOnlyDictionary<string, string?> Metadata(string framework)
    {
        var loading = new AssemblyLoadContext("built", isCollectible: true);
        using var image = File.OpenRead(PathOf("src", "Aurora.Client", "bin", "Debug", framework, "Aurora.Client.dll"));
        return loading.LoadFromStream(image).GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(attribute => attribute.Key, attribute => attribute.Value);
    }

    /// <summary>Restores the inputs of the build step and the generated files, so that a build finds nothing to generate.</summary>
    public void Restore()
    {
        // A copy has the time of the original, which is before the last build.
        foreach (var original in Directory.EnumerateFiles(Path.Combine(TestRepository.Root, "openapi"), "*", SearchOption.AllDirectories))
            File.Copy(original, PathOf(Path.GetRelativePath(TestRepository.Root, original)), overwrite: true);
        // The compiler must see these files as changed.
        foreach (var original in Directory.EnumerateFiles(Path.Combine(TestRepository.Root, "src", "Aurora.Client", "Generated")))
            File.WriteAllBytes(PathOf(Path.GetRelativePath(TestRepository.Root, original)), File.ReadAllBytes(original));
    }

    public BuildResult Build(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["build", PathOf("src", "Aurora.Client"), "-v:n", "-nologo", "-nodereuse:false", "-p:RunAnalyzers=false", .. arguments])
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
        };
        // The build that runs this test sets variables that would change the build inside the test.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new BuildResult(process.ExitCode, output);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static bool IsRead(string file) =>
        !file.Contains('/', StringComparison.Ordinal) || Path.GetDirectoryName(file) == "src" || file.StartsWith("openapi/", StringComparison.Ordinal) || file.StartsWith("src/Aurora.Client/", StringComparison.Ordinal);
}

/// <param name="ExitCode">The exit code, which is 0 for success.</param>
/// <param name="Output">Everything that the build printed.</param>
internal sealed record BuildResult(int ExitCode, string Output)
{
    public int NSwagRuns => Output.Split("Generating the client from openapi/aurora.yaml").Length - 1;
}
