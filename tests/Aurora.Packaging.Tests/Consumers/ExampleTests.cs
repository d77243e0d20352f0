namespace Aurora.Packaging.Tests.Consumers;

/// <summary>The test that the README of Aurora.Testing shows, as a caller copies it into a new test project.</summary>
internal sealed class ExampleTests
{
    [TestCase("NUnit")]
    [TestCase("Xunit")]
    [TestCase("MSTest")]
    public async Task Example_copiedFromTheReadme_passes(string framework)
    {
        var project = (await CallerMachine.GetAsync()).Copy($"{framework}Example");
        await File.WriteAllTextAsync(Path.Combine(project.Folder, "VideoTests.cs"), ReadmeExample.For(framework));

        var (run, counters) = await project.TestAsync("example", []);

        Assert.That(counters, Is.EqualTo((1, 0)), run.Output);
        Assert.That(run.ExitCode, Is.Zero);
    }
}
