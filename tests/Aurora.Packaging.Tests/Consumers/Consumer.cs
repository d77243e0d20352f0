using System.Runtime.InteropServices;
using System.Xml.Linq;
using Aurora.Packaging.Tests.Processes;
using CliWrap;
using NuGet.ProjectModel;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>A folder with the projects of a caller.</summary>
internal sealed class Consumer(CallerMachine machine, string folder)
{
    private static readonly Dictionary<string, string?> None = [];

    public string Folder => folder;

    /// <summary>Builds the projects. Warnings are errors.</summary>
    public async Task BuildAsync(string project = ".") => (await DotnetAsync("build", project, "-nologo")).Succeeded("dotnet build");

    /// <summary>Builds a program for a framework. Its project reads the framework from the property <c>ProgramFramework</c>.</summary>
    public async Task BuildAsync(string project, string framework) =>
        (await DotnetAsync("build", project, "-nologo", $"-p:ProgramFramework={framework}")).Succeeded("dotnet build");

    /// <summary>Runs the output of <see cref="BuildAsync(string, string)"/> on Mono, on the runtime of these tests, or on the runtime in the output.</summary>
    public Task<ChildResult> RunBuiltAsync(string project, string framework, IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        var name = Path.GetFileName(Path.GetFullPath(project, folder));
        var output = Path.GetFullPath(Path.Combine(project, "bin", "Debug", framework), folder);
        return framework switch
        {
            "net48" => RunAsync("mono", variables, [Path.Combine(output, $"{name}.exe"), .. arguments]),
            "net10.0" => DotnetAsync(variables, [Path.Combine(output, $"{name}.dll"), .. arguments]),
            _ => RunAsync(Path.Combine(output, RuntimeInformation.RuntimeIdentifier, OperatingSystem.IsWindows() ? $"{name}.exe" : name), variables, arguments),
        };
    }

    public Task<ChildResult> DotnetAsync(params string[] arguments) => DotnetAsync(None, arguments);

    public Task<ChildResult> DotnetAsync(IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        RunAsync("dotnet", variables, arguments);

    public async Task<ChildResult> RunAsync(string program, IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        var result = await ChildProcess.RunAsync(Command(program, variables, arguments));
        return result with { Output = PublicSource.Hide(result.Output), Error = PublicSource.Hide(result.Error) };
    }

    /// <summary>Builds the projects if needed, runs their tests, and counts them.</summary>
    public async Task<(ChildResult Run, (int Passed, int Failed) Counters)> TestAsync(string name, Dictionary<string, string?> variables, params string[] arguments)
    {
        var run = await DotnetAsync(variables, ["test", "-nologo", "--logger", $"trx;LogFileName={name}.trx", .. arguments]);
        var file = Path.Combine(folder, "TestResults", $"{name}.trx");
        Assert.That(file, Does.Exist.IgnoreDirectories, run.Output);
        var counters = XDocument.Load(file).Descendants().Single(element => element.Name.LocalName == "Counters");
        return (run, ((int)counters.Attribute("passed")!, (int)counters.Attribute("failed")!));
    }

    public Command Command(string program, IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        machine.Command(program, folder, arguments, variables);

    /// <summary>Returns the result of the restore.</summary>
    public LockFile Restored() =>
        LockFileUtilities.GetLockFile(Path.Combine(folder, "obj", LockFileFormat.AssetsFileName), NuGet.Common.NullLogger.Instance);
}
