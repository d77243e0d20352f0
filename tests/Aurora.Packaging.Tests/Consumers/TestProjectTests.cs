using System.Xml.Linq;
using Aurora.Packaging.Tests.Processes;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>A caller's tests, in another framework than ours.</summary>
internal sealed class TestProjectTests
{
    private Consumer _project = null!;

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        _project = (await CallerMachine.GetAsync()).Copy("XunitTests");
        await _project.BuildAsync();
    }

    [Test]
    public async Task Tests_withTheFake_pass()
    {
        var (run, counters) = await TestAsync("pass", []);

        Assert.That(counters, Is.EqualTo((3, 0)), run.Output);
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Tests_oneOfThemWrong_fail()
    {
        var (run, counters) = await TestAsync("fail", new() { ["EXPECTED_REQUESTS"] = "3" });

        Assert.That(counters, Is.EqualTo((2, 1)), run.Output);
        Assert.That(run.ExitCode, Is.Not.Zero);
    }

    private async Task<(ChildResult Run, (int Passed, int Failed) Counters)> TestAsync(string name, Dictionary<string, string?> variables)
    {
        var run = await _project.DotnetAsync(variables, "test", "--no-build", "-nologo", "--logger", $"trx;LogFileName={name}.trx");
        var report = XDocument.Load(Path.Combine(_project.Folder, "TestResults", $"{name}.trx"));
        var counters = report.Descendants().Single(element => element.Name.LocalName == "Counters");
        return (run, ((int)counters.Attribute("passed")!, (int)counters.Attribute("failed")!));
    }
}
