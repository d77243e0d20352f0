using System.Diagnostics;

namespace Aurora.Packaging.Tests.Consumers;

[TestFixture]
[Toolchain]
public sealed class TrimmedProgramTests
{
    [Test]
    public Task Trimmed_program_has_no_warnings_and_lists_the_videos() => PublishAndRunAsync("Trimmed", "-p:PublishTrimmed=true", "--self-contained");

    [Test]
    public Task Native_program_has_no_warnings_and_lists_the_videos()
    {
        ToolchainAttribute.Require("apt-get install --no-install-recommends gcc libc6-dev", "clang", "gcc");
        return PublishAndRunAsync("Native", "-p:PublishAot=true");
    }

    private static async Task PublishAndRunAsync(string name, params string[] options)
    {
        using var account = new FakeAccount();
        var project = (await CallerMachine.GetAsync()).Copy("TrimmedProgram", name);
        var publish = await project.DotnetAsync(["publish", "-nologo", "--use-current-runtime", "-o", "published", .. options]);
        Assert.That(publish.Succeeded("dotnet publish").Output, Does.Not.Contain("warning"));

        var program = Path.Combine(project.Folder, "published", OperatingSystem.IsWindows() ? "TrimmedProgram.exe" : "TrimmedProgram");
        var variables = new Dictionary<string, string?>(account.ConfigurationKeys) { ["Aurora__BaseAddress"] = account.Address };
        var watch = Stopwatch.StartNew();
        var run = await project.RunAsync(program, variables);
        Report(name, Path.GetDirectoryName(program)!, watch.Elapsed);

        account.AssertPrinted(run.Succeeded("The program").Output, "listed", "streamed", "got", "restored");
    }

    private static void Report(string name, string folder, TimeSpan elapsed)
    {
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Extension is not (".dbg" or ".pdb")).Sum(file => file.Length);
        TestContext.Progress.WriteLine($"{name}: {bytes / 1024.0 / 1024.0:F1} MiB, {elapsed.TotalMilliseconds:F0} ms for five requests");
    }
}
