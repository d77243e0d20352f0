using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Native;

/// <summary>Tests that the script in the package starts the build that the system can run. It needs no compiler, because the builds are scripts.</summary>
[TestFixture]
[Platform("Linux")]
public sealed class LauncherTests
{
    private string _folder = null!;

    [SetUp]
    public void WriteTools()
    {
        _folder = TestRunFolder.Create($"launcher/{TestContext.CurrentContext.Test.ID}");
        var script = Path.Combine(TestRepository.Root, "src", "Aurora.Cli.Native", "launcher.sh");
        WriteScript("tools/linux-x64/aurora", File.ReadAllText(script).Replace("@GLIBC@", "2.34", StringComparison.Ordinal));
        WriteScript("tools/linux-x64/native/aurora", "#!/bin/sh\necho native \"$@\"\nexit 3\n");
        WriteScript("bin/dotnet", "#!/bin/sh\necho portable \"$@\"\n");
        // A global tool is a link to the script.
        File.CreateSymbolicLink(Path.Combine(_folder, "bin", "aurora"), Path.Combine(_folder, "tools", "linux-x64", "aurora"));
    }

    [TestCase("echo 'glibc 2.34'", "native")]
    [TestCase("echo 'glibc 2.100'", "native")]
    [TestCase("echo 'glibc 2.33'", "portable")]
    [TestCase("echo 'glibc 2.9'", "portable")]
    [TestCase("exit 1", "portable", TestName = "Alpine_runs_the_portable_build")]
    public async Task Launcher_runs_the_native_build_only_with_its_c_library(string getconf, string build)
    {
        WriteScript("bin/getconf", $"#!/bin/sh\n{getconf}\n");

        var run = await ChildProcess.RunAsync(ChildProcess.Command(
            Path.Combine(_folder, "bin", "aurora"), _folder, ["list", "two words"],
            new Dictionary<string, string?> { ["PATH"] = $"{Path.Combine(_folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}", ["DOTNET_ROOT"] = null }));

        var portable = $"{Path.Combine(_folder, "tools", "linux-x64")}/../any/aurora.dll ";
        Assert.That((run.Output.Trim(), run.ExitCode), Is.EqualTo(($"{build} {(build == "portable" ? portable : "")}list two words", build == "native" ? 3 : 0)));
    }

    private void WriteScript(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
