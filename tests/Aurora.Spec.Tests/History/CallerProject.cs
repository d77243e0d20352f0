using Aurora.Spec.Processes;

namespace Aurora.Spec.Tests.History;

/// <summary>A caller's program in a copy of the repository, compiled against the client in that copy.</summary>
internal static class CallerProject
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
            <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../src/Aurora.Client/Aurora.Client.csproj" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>Builds and runs the program, and returns the lines that it prints.</summary>
    public static async Task<string[]> RunAsync(Repository repository, string caller, string address)
    {
        var folder = Directory.CreateDirectory(repository.PathOf("caller")).FullName;
        File.WriteAllText(Path.Combine(folder, "caller.csproj"), Project);
        File.Copy(Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "History", "Callers", caller), Path.Combine(folder, "Program.cs"), overwrite: true);
        var build = await DotnetProcess.RunAsync(folder, ["build", "-nologo", "-v:q", "-nodereuse:false", "-p:RunAnalyzers=false"], CancellationToken.None);
        Assert.That(build.ExitCode, Is.Zero, build.Output);
        var run = await DotnetProcess.RunAsync(folder, [Path.Combine("bin", "Debug", "net10.0", "caller.dll"), address], CancellationToken.None);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        return run.Output.TrimEnd().Split('\n');
    }
}
