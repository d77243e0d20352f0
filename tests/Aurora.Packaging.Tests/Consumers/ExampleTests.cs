namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Tests that the example in the README of Aurora.Testing works in a new test project.</summary>
[TestFixture]
public sealed class ExampleTests
{
    [TestCase("NUnit")]
    [TestCase("Xunit")]
    [TestCase("MSTest")]
    public async Task Example_from_the_README_passes(string framework)
    {
        var project = (await CallerMachine.GetAsync()).Copy($"{framework}Example");
        await File.WriteAllTextAsync(Path.Combine(project.Folder, "VideoTests.cs"), ReadmeExample.For(framework));

        var (run, counters) = await project.TestAsync("example", []);

        Assert.That(counters, Is.EqualTo((1, 0)), run.Output);
        Assert.That(run.ExitCode, Is.Zero);
    }
}
