using Aurora.Testing;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class LoginCommandTests
{
    private TemporaryFolder _home = null!;
    private AuroraServer _server = null!;

    [SetUp]
    public void Start()
    {
        _home = new TemporaryFolder();
        _server = AuroraServer.Start(new AuroraServerOptions { ApiId = "the-api-id", ApiKey = "the-api-key" });
    }

    [TearDown]
    public void Stop()
    {
        _server.Dispose();
        _home.Dispose();
    }

    [Test]
    public async Task Login_valid_keys_are_stored_and_not_shown()
    {
        var prompts = new List<string>();
        var session = Session(secretInput: prompt =>
        {
            prompts.Add(prompt);
            return prompt == "API ID:" ? " the-api-id " : "the-api-key";
        });

        await Assert.ThatAsync(() => session.RunAsync("login", "--base-url", _server.BaseAddress.ToString()), Is.Zero);

        Assert.That(prompts, Is.EqualTo(new[] { "API ID:", "API key:" }));
        Assert.That(session.Error, Does.StartWith("The API accepted the keys.").And.Contain(_home.Path).And.Not.Contain("the-api"));
        Assert.That(session.Output, Is.Empty);

        var next = Session();
        await Assert.ThatAsync(() => next.RunAsync("list"), Is.Zero);
        Assert.That(next.OutputLines, Has.Length.EqualTo(25));
    }

    [Test]
    public async Task Login_pipe_reads_keys_from_two_lines()
    {
        var session = Session("the-api-id\nthe-api-key\n");

        await Assert.ThatAsync(() => session.RunAsync("login", "--base-url", _server.BaseAddress.ToString()), Is.Zero);

        Assert.That(Directory.GetFiles(_home.Path, "profile.json", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Login_rejected_keys_are_not_stored()
    {
        var session = Session("the-api-id\nanother-key\n");

        await Assert.ThatAsync(() => session.RunAsync("login", "--base-url", _server.BaseAddress.ToString()), Is.EqualTo(ExitCode.Authentication));

        Assert.That(Directory.EnumerateFileSystemEntries(_home.Path), Is.Empty);
        Assert.That(session.Error, Does.Contain("401").And.Not.Contain("another-key"));
    }

    [TestCase("")]
    [TestCase("the-api-id\n")]
    [TestCase("\nthe-api-key\n")]
    public async Task Login_missing_key_returns_usage(string input)
    {
        var session = Session(input);

        await Assert.ThatAsync(() => session.RunAsync("login", "--base-url", _server.BaseAddress.ToString()), Is.EqualTo(ExitCode.Usage));

        Assert.That(_server.Requests, Is.Empty);
    }

    [Test]
    public async Task Login_keys_in_environment_reports_precedence()
    {
        var session = Session("the-api-id\nthe-api-key\n").WithKeysOf(_server);

        await session.RunAsync("login", "--base-url", _server.BaseAddress.ToString());

        Assert.That(session.Error, Does.Contain("AURORA_API_ID or AURORA_API_KEY is set").And.Contain("precedence"));
    }

    [Test]
    public async Task List_stored_key_in_error_is_redacted()
    {
        await Session("the-api-id\nthe-api-key\n").RunAsync("login", "--base-url", _server.BaseAddress.ToString());
        _server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.BadRequest, "What is the-api-key?"));
        var session = Session();

        await Assert.ThatAsync(() => session.RunAsync("list"), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Error, Does.Contain("What is [redacted]?"));
    }

    [Test]
    public async Task Logout_repeated_returns_success()
    {
        await Session("the-api-id\nthe-api-key\n").RunAsync("login", "--base-url", _server.BaseAddress.ToString());

        await Assert.ThatAsync(() => Session().RunAsync("logout"), Is.Zero);
        await Assert.ThatAsync(() => Session().RunAsync("logout"), Is.Zero);

        await Assert.ThatAsync(() => Session().RunAsync("list"), Is.EqualTo(ExitCode.Usage));
    }

    private Session Session(string input = "", Func<string, string>? secretInput = null) =>
        new Session { Input = input, SecretInput = secretInput }.With("HOME", _home.Path).With("APPDATA", _home.Path);
}
