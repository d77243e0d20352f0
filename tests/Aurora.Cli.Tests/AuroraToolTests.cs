namespace Aurora.Cli.Tests;

internal sealed class AuroraToolTests
{
    [TestCase("--help")]
    [TestCase("list", "--help")]
    [TestCase("check", "--help")]
    public async Task RunAsync_help_goesToOutputAndIsDone(params string[] args)
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(args), Is.Zero);

        Assert.That(session.Output, Does.Contain("Usage:"));
        Assert.That(session.Error, Is.Empty);
    }

    [Test]
    public async Task RunAsync_helpOfTheRoot_listsEveryExitCodeAndBothVariables()
    {
        var session = new Session();
        var codes = typeof(ExitCode).GetFields().Select(field => field.GetRawConstantValue()).OfType<int>().ToArray();

        await session.RunAsync("--help");

        Assert.That(codes, Is.EquivalentTo(new[] { 0, 1, 2, 3, 4, 130 }));
        using (Assert.EnterMultipleScope())
        {
            foreach (var code in codes)
                Assert.That(session.Output, Does.Match($@"(?m)^\s+{code}\s+\w"));
            Assert.That(session.Output, Does.Contain("AURORA_API_ID").And.Contain("AURORA_API_KEY").And.Contain("--demo"));
        }
    }

    [Test]
    public async Task RunAsync_helpOfCheck_saysWhatIsAskedAndWhatDriftEndsWith()
    {
        var session = new Session();

        await session.RunAsync("check", "--help");

        Assert.That(session.Output, Does.Contain("the whole account").And.Contain("two of its videos by ids, in another ordering").And.Contain("Ends with 1 on drift"));
    }

    [TestCase("There is no command.", "aurora")]
    [TestCase("Unrecognized command or argument 'lst'.", "aurora", "lst")]
    [TestCase("Unrecognized command or argument 'more'.", "aurora list", "list", "more")]
    [TestCase("Required argument missing for option: '--ids'.", "aurora list", "list", "--ids")]
    [TestCase("Argument 'xml' not recognized. Must be one of:  'table'  'json'", "aurora list", "list", "--output", "xml")]
    [TestCase("Argument 'xml' not recognized. Must be one of:  'table'  'json'", "aurora check", "check", "--output", "xml")]
    [TestCase("--demo has an address of its own and cannot go with --base-url.", "aurora list", "list", "--demo", "--base-url", "x")]
    public async Task RunAsync_lineThatCannotBeParsed_isUsageInTwoLines(string reason, string command, params string[] args)
    {
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.RunAsync(args), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Is.EqualTo($"aurora: {reason}\nRun '{command} --help' to see what it takes.\n"));
        Assert.That(session.Output, Is.Empty);
    }

    [TestCase("--api-key")]
    [TestCase("--key")]
    public async Task RunAsync_keyAsAnArgument_isRefusedAndNotShown(string option)
    {
        var session = new Session().With("AURORA_API_KEY", "hunter2-hunter2");

        await Assert.ThatAsync(() => session.RunAsync("list", option, "hunter2-hunter2"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.Contain(option).And.Contain("[key]").And.Not.Contain("hunter2"));
    }
}
