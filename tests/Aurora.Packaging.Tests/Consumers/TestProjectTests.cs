namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Tests that a test project of a caller can use the fake with xunit.</summary>
[TestFixture]
public sealed class TestProjectTests
{
    private Consumer _project = null!;

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        _project = (await CallerMachine.GetAsync()).Copy("XunitTests");
        await _project.BuildAsync();
    }

    [Test]
    public async Task Tests_with_the_fake_pass()
    {
        var (run, counters) = await _project.TestAsync("pass", [], "--no-build");

        Assert.That(counters, Is.EqualTo((3, 0)), run.Output);
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Tests_with_a_wrong_expectation_fail()
    {
        var (run, counters) = await _project.TestAsync("fail", new() { ["EXPECTED_REQUESTS"] = "3" }, "--no-build");

        Assert.That(counters, Is.EqualTo((2, 1)), run.Output);
        Assert.That(run.ExitCode, Is.Not.Zero);
    }
}
