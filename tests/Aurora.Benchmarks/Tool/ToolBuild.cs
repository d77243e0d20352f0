using System.Diagnostics;
using System.Reflection;

namespace Aurora.Benchmarks.Tool;

/// <summary>The programs to compare, which are built in a separate folder on first use.</summary>
internal sealed class ToolBuild
{
    private const string EmptyProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    private static readonly Lazy<ToolBuild> Built = new(static () => new ToolBuild());

    private ToolBuild()
    {
        var folder = Directory.CreateTempSubdirectory("aurora-benchmarks-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var repository = typeof(ToolBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var tool = Path.Combine(folder, "tool");
        Publish(Path.Combine(repository, "src", "Aurora.Cli.Native"), tool);
        Native = new ToolCommand(Path.Combine(tool, OperatingSystem.IsWindows() ? "aurora.exe" : "aurora"));
        Portable = new ToolCommand("dotnet", Path.Combine(tool, "managed", "aurora.dll"));

        var source = Directory.CreateDirectory(Path.Combine(folder, "source")).FullName;
        File.WriteAllText(Path.Combine(source, "Empty.csproj"), EmptyProject);
        File.WriteAllText(Path.Combine(source, "Program.cs"), "return;");
        Publish(source, Path.Combine(folder, "empty"));
        Empty = new ToolCommand("dotnet", Path.Combine(folder, "empty", "Empty.dll"));
    }

    public static ToolBuild Shared => Built.Value;

    /// <summary>The native build of the tool.</summary>
    public ToolCommand Native { get; }

    /// <summary>The managed build of the tool.</summary>
    public ToolCommand Portable { get; }

    /// <summary>A console program that does nothing.</summary>
    public ToolCommand Empty { get; }

    private static void Publish(string project, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-nologo", "-o", folder]) { RedirectStandardOutput = true };
        using var publish = Process.Start(start)!;
        var output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"{project} could not be published. Fix: install clang or gcc, which is required as the linker, or leave out the tool with --filter.\n{output}");
    }
}
