using Aurora.Spec.Processes;

namespace Aurora.Spec.Tests.Processes;

[TestFixture]
public sealed class ProcessRunnerTests
{
    private const string Secret = "AURORA_TEST_SECRET";

    [SetUp]
    public void SetTheSecret() => Environment.SetEnvironmentVariable(Secret, "s3cr3t");

    [TearDown]
    public void ForgetTheSecret() => Environment.SetEnvironmentVariable(Secret, null);

    [Test]
    public async Task Run_removes_and_adds_variables()
    {
        var lines = new List<string>();

        var result = await new ProcessRunner().RunAsync(
            PrintVariables() with { Variables = new Dictionary<string, string?> { [Secret] = null, ["AURORA_TEST_OTHER"] = "given" } }, lines.Add, CancellationToken.None);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(lines, Does.Contain("AURORA_TEST_OTHER=given").And.None.Contains("s3cr3t"));
        Assert.That(result.Output, Does.Contain("AURORA_TEST_OTHER=given"));
    }

    [Test]
    public async Task Run_of_a_missing_program_throws() => await Assert.ThatAsync(
        () => new ProcessRunner().RunAsync(new ChildProcess("no-such-program", [], Path.GetTempPath()), _ => { }, CancellationToken.None),
        Throws.TypeOf<SpecException>().With.Message.Contains("no-such-program cannot be run"));

    private static ChildProcess PrintVariables() => OperatingSystem.IsWindows()
        ? new ChildProcess("cmd", ["/c", "set"], Path.GetTempPath())
        : new ChildProcess("env", [], Path.GetTempPath());
}
