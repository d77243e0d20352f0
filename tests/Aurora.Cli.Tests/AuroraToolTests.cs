using Aurora.Client;

namespace Aurora.Cli.Tests;

[TestFixture]
public sealed class AuroraToolTests
{
    [TestCase("--help")]
    [TestCase("list", "--help")]
    [TestCase("check", "--help")]
    public async Task RunAsync_help_writes_to_standard_output(params string[] args)
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(args), Is.Zero);

        Assert.That(session.Output, Does.Contain("Usage:"));
        Assert.That(session.Error, Is.Empty);
    }

    [Test]
    public async Task RunAsync_root_help_lists_exit_codes_and_variables()
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
    public async Task RunAsync_check_help_describes_requests_and_exit_code()
    {
        var session = new Session();

        await session.RunAsync("check", "--help");

        Assert.That(session.Output, Does.Contain("the whole account").And.Contain("'ids' and 'ordering'").And.Contain("Exits with 1 if drift"));
    }

    [TestCase("No command", "aurora")]
    [TestCase("Unrecognized command or argument 'lst'.", "aurora", "lst")]
    [TestCase("Unrecognized command or argument 'more'.", "aurora list", "list", "more")]
    [TestCase("Required argument missing for option: '--ids'.", "aurora list", "list", "--ids")]
    [TestCase("'xml'|--output|table, json, ndjson, csv", "aurora list", "list", "--output", "xml")]
    [TestCase("'csv'|--output|table, json.", "aurora check", "check", "--output", "csv")]
    [TestCase("'5x'|--timeout|10ms|24h|ms, s, m, h and d", "aurora list", "list", "--timeout", "5x")]
    [TestCase("'faild'|status|pending, in_queue, running, failed, done, rejected", "aurora list", "list", "--status", "done,faild")]
    [TestCase("Required argument 'id' missing for command: 'get'.", "aurora get", "get")]
    [TestCase("--demo|--base-url", "aurora list", "list", "--demo", "--base-url", "x")]
    public async Task RunAsync_invalid_command_line_returns_usage_with_hint(string facts, string command, params string[] args)
    {
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.RunAsync(args), Is.EqualTo(ExitCode.Usage));

        var lines = session.Error.TrimEnd().Split('\n');
        Assert.That(facts.Split('|').Where(fact => !lines[0].Contains(fact, StringComparison.Ordinal)), Is.Empty, session.Error);
        Assert.That(lines[1..], Is.EqualTo(new[] { $"Run '{command} --help' for usage." }));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task RunAsync_root_help_fits_80_columns()
    {
        var session = new Session();

        await session.RunAsync("--help");

        Assert.That(session.OutputLines, Has.All.Length.LessThanOrEqualTo(80));
    }

    [Test]
    public async Task RunAsync_root_help_has_short_imperative_summaries()
    {
        var session = new Session();

        await session.RunAsync("--help");

        var summaries = session.Output.Split("Commands:\n")[1].TrimEnd().Split('\n').Select(line => line.Trim().Split("  ")[^1].Trim()).ToArray();
        Assert.That(summaries, Has.Length.EqualTo(11));
        Assert.That(summaries, Is.All.Length.LessThanOrEqualTo(60).And.All.Match("^[A-Z][a-z]*[^s] .*[^.]\\.$"));
    }

    [TestCase("list")]
    [TestCase("get")]
    [TestCase("api")]
    [TestCase("check")]
    [TestCase("download")]
    [TestCase("watch")]
    [TestCase("gallery")]
    [TestCase("mock")]
    [TestCase("login")]
    [TestCase("logout")]
    [TestCase("completion")]
    public async Task RunAsync_command_help_shows_examples(string command)
    {
        var session = new Session();

        await session.RunAsync("--help");
        Assert.That(session.Output, Does.Contain($"\n  {command} ").And.Not.Contain("Examples:"));

        await session.RunAsync(command, "--help");
        Assert.That(session.Output, Does.Match($"(?s)Examples:\n.*aurora {command}"));
    }

    [Test]
    public async Task RunAsync_version_shows_tool_and_document()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("--version"), Is.Zero);

        Assert.That(session.OutputLines[0], Does.Match(@"^aurora \d+\.\d+\.\d+"));
        var specification = AuroraClient.Specification;
        Assert.That(session.OutputLines[1], Is.EqualTo($"document: {specification}").And.Contain(specification.Sha256[..12]));
    }

    [TestCase("--api-key")]
    [TestCase("--key")]
    public async Task RunAsync_key_argument_is_rejected_and_redacted(string option)
    {
        var session = new Session().With("AURORA_API_KEY", "hunter2-hunter2");

        await Assert.ThatAsync(() => session.RunAsync("list", option, "hunter2-hunter2"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.Contain(option).And.Contain("[redacted]").And.Not.Contain("hunter2"));
    }
}
