using Aurora.Packaging.Tests.Consumers;
using Aurora.Packaging.Tests.Packing;
using Aurora.Packaging.Tests.Processes;
using CliWrap;

namespace Aurora.Packaging.Tests.Native;

/// <summary>The native build of the tool with the managed tool in a subfolder, compiled from a copy of the working tree.</summary>
internal sealed class NativeTool
{
    private static readonly Lazy<Task<NativeTool>> Compiled = new(CompileAsync);

    private NativeTool(string folder, string output)
    {
        Folder = folder;
        CompilerOutput = output;
    }

    public string Folder { get; }

    public string Program => Path.Combine(Folder, OperatingSystem.IsWindows() ? "aurora.exe" : "aurora");

    public string ManagedProgram => Path.Combine(Folder, "managed", "aurora.dll");

    /// <summary>Gets the output of the compiler.</summary>
    public string CompilerOutput { get; }

    public static Task<NativeTool> GetAsync() => Compiled.Value;

    public Task<ChildResult> RunAsync(IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        ChildProcess.RunAsync(ChildProcess.Command(Program, Folder, arguments, variables));

    public Task<ChildResult> RunWithInputAsync(string input, IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        ChildProcess.RunAsync(ChildProcess.Command(Program, Folder, arguments, variables).WithStandardInputPipe(PipeSource.FromString(input)));

    public Task<ChildResult> RunManagedAsync(IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        ChildProcess.RunAsync(ChildProcess.Command("dotnet", Folder, [ManagedProgram, .. arguments], variables));

    private static async Task<NativeTool> CompileAsync()
    {
        ToolchainAttribute.Require("apt-get install --no-install-recommends gcc libc6-dev", "clang", "gcc");
        var copy = TestRunFolder.Create("native/repository");
        await RepositoryCopy.MakeAsync(copy);
        var folder = TestRunFolder.Create("native/published");
        var publish = await ChildProcess.RunAsync(
            "dotnet", copy, "publish", "src/Aurora.Cli.Native", "-nologo", "-c", "Release", "-p:RunAnalyzers=false", "-o", folder);
        return new NativeTool(folder, publish.Succeeded("dotnet publish").Output);
    }
}
