using Aurora.Client;

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
    [TestCase("'xml' is no form of output here. There are: table, json, ndjson, csv.", "aurora list", "list", "--output", "xml")]
    [TestCase("'csv' is no form of output here. There are: table, json.", "aurora check", "check", "--output", "csv")]
    [TestCase(
        "'5x' is no length of time for --timeout. It takes seconds, or a number with ms, s, m, h or d: 90, 2.5s, 10m; from 10ms to 24h.",
        "aurora list", "list", "--timeout", "5x")]
    [TestCase("'faild' is no status of the API. There are: pending, in_queue, running, failed, done, rejected.", "aurora list", "list", "--status", "done,faild")]
    [TestCase("Required argument 'ID' missing for command: 'get'.", "aurora get", "get")]
    [TestCase("--demo has an address of its own and cannot go with --base-url.", "aurora list", "list", "--demo", "--base-url", "x")]
    public async Task RunAsync_lineThatCannotBeParsed_isUsageInTwoLines(string reason, string command, params string[] args)
    {
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.RunAsync(args), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Is.EqualTo($"aurora: {reason}\nRun '{command} --help' to see what it takes.\n"));
        Assert.That(session.Output, Is.Empty);
    }

    [TestCase("list")]
    [TestCase("get")]
    [TestCase("check")]
    [TestCase("download")]
    [TestCase("watch")]
    [TestCase("mock")]
    [TestCase("login")]
    [TestCase("completion")]
    public async Task RunAsync_helpOfACommand_hasExamplesAndThatOfTheRootHasNot(string command)
    {
        var session = new Session();

        await session.RunAsync("--help");
        Assert.That(session.Output, Does.Contain($"\n  {command} ").And.Not.Contain("Examples:"));

        await session.RunAsync(command, "--help");
        Assert.That(session.Output, Does.Match($"(?s)Examples:\n.*aurora {command}"));
    }

    [Test]
    public async Task RunAsync_version_isThatOfTheToolAndThatOfTheDocument()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("--version"), Is.Zero);

        Assert.That(session.OutputLines[0], Does.Match(@"^aurora \d+\.\d+\.\d+"));
        Assert.That(session.OutputLines[1], Is.EqualTo($"document: {AuroraClient.Specification}").And.Contain(AuroraClient.Specification.Sha256[..12]));
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
