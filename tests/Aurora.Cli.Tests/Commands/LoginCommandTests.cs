using Aurora.Testing;

namespace Aurora.Cli.Tests.Commands;

internal sealed class LoginCommandTests
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
    public async Task Login_keysThatTheApiTakes_areKeptWithTheAddressAndShownNowhere()
    {
        var asked = new List<string>();
        var session = Session(answer: question =>
        {
            asked.Add(question);
            return question == "API ID:" ? " the-api-id " : "the-api-key";
        });

        await Assert.ThatAsync(() => session.RunAsync("login", "--base-url", _server.BaseAddress.ToString()), Is.Zero);

        Assert.That(asked, Is.EqualTo(new[] { "API ID:", "API key:" }));
        Assert.That(session.Error, Does.StartWith("The API takes the keys.").And.Not.Contain("the-api"));
        Assert.That(session.Output, Is.Empty);

        var next = Session();
        await Assert.ThatAsync(() => next.RunAsync("list"), Is.Zero);
        Assert.That(next.OutputLines, Has.Length.EqualTo(25));
    }

    [Test]
    public async Task Login_pipe_givesBothOnTwoLines()
    {
        var session = Session("the-api-id\nthe-api-key\n");

        await Assert.ThatAsync(() => session.RunAsync("login", "--base-url", _server.BaseAddress.ToString()), Is.Zero);

        Assert.That(Directory.GetFiles(_home.Path, "profile.json", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Login_keysThatTheApiRefuses_areNotKept()
    {
        var session = Session("the-api-id\nanother-key\n");

        await Assert.ThatAsync(() => session.RunAsync("login", "--base-url", _server.BaseAddress.ToString()), Is.EqualTo(ExitCode.Authentication));

        Assert.That(Directory.EnumerateFileSystemEntries(_home.Path), Is.Empty);
        Assert.That(session.Error, Does.Contain("401").And.Not.Contain("another-key"));
    }

    [TestCase("")]
    [TestCase("the-api-id\n")]
    [TestCase("\nthe-api-key\n")]
    public async Task Login_oneKeyMissing_isUsage(string input)
    {
        var session = Session(input);

        await Assert.ThatAsync(() => session.RunAsync("login", "--base-url", _server.BaseAddress.ToString()), Is.EqualTo(ExitCode.Usage));

        Assert.That(_server.Requests, Is.Empty);
    }

    [Test]
    public async Task Login_keysInTheEnvironment_saysThatTheyGoFirst()
    {
        var session = Session("the-api-id\nthe-api-key\n").WithKeysOf(_server);

        await session.RunAsync("login", "--base-url", _server.BaseAddress.ToString());

        Assert.That(session.Error, Does.Contain("AURORA_API_ID and AURORA_API_KEY are set too"));
    }

    [Test]
    public async Task List_errorThatEchoesAKeyOfTheProfile_showsNone()
    {
        await Session("the-api-id\nthe-api-key\n").RunAsync("login", "--base-url", _server.BaseAddress.ToString());
        _server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.BadRequest, "What is the-api-key?"));
        var session = Session();

        await Assert.ThatAsync(() => session.RunAsync("list"), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Error, Does.Contain("What is [key]?"));
    }

    [Test]
    public async Task Logout_deletesTheProfileAndIsDoneTwice()
    {
        await Session("the-api-id\nthe-api-key\n").RunAsync("login", "--base-url", _server.BaseAddress.ToString());

        await Assert.ThatAsync(() => Session().RunAsync("logout"), Is.Zero);
        await Assert.ThatAsync(() => Session().RunAsync("logout"), Is.Zero);

        await Assert.ThatAsync(() => Session().RunAsync("list"), Is.EqualTo(ExitCode.Usage));
    }

    private Session Session(string input = "", Func<string, string>? answer = null) =>
        new Session { Input = input, Answer = answer }.With("HOME", _home.Path).With("APPDATA", _home.Path);
}
