using System.Text.Json.Nodes;
using Aurora.Testing;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class CheckCommandTests
{
    private const string Header = "KIND\tPATH\tCOUNT\tVIDEOS\tEXAMPLE";

    [Test]
    public async Task Check_no_drift_returns_success()
    {
        using var server = AuroraServer.Start();
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.Zero);

        Assert.That(session.Output, Is.Empty);
        Assert.That(session.Error, Does.Contain("24 videos").And.Contain("no drift"));
        server.AssertNoUnexpectedRequests();
    }

    [TestCase(true, "")]
    [TestCase(false, Header + "\n")]
    public async Task Check_empty_account_returns_success_with_message(bool isTerminal, string output)
    {
        using var server = Account.Empty();
        var session = new Session { IsTerminal = isTerminal };

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.Zero);

        Assert.That(session.Output, Is.EqualTo(output));
        Assert.That(session.Error, Does.Contain("no videos").And.Contain("nothing was checked"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Check_demo_requires_no_keys()
    {
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.RunAsync("check", "--demo"), Is.Zero);

        Assert.That(session.Error, Does.StartWith("Demo: ").And.Contain("24 videos").And.Contain("no drift"));
    }

    [Test]
    public async Task Check_no_keys_returns_usage()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("check"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task Check_wrong_keys_returns_authentication_without_showing_keys()
    {
        using var server = Account.Empty();
        var session = new Session().With("AURORA_API_ID", server.ApiId).With("AURORA_API_KEY", "not-the-key-of-the-server");

        var exitCode = await session.RunAsync("check", "--base-url", server.BaseAddress.ToString());

        Assert.That(exitCode, Is.EqualTo(ExitCode.Authentication));
        Assert.That(session.Error, Does.Contain("401").And.Not.Contain("not-the-key"));
        Assert.That(session.Output, Is.Empty);
    }

    [TestCase("""{ "count": 1, "next": null, "results": [{ "id": 1 }] }""", "an object: count, next, results")]
    [TestCase("""{ "not a name": [] }""", "an object")]
    [TestCase("{}", "an object")]
    [TestCase("null", "null")]
    [TestCase("true", "a boolean")]
    [TestCase("\"text\"", "a string")]
    [TestCase("12", "a number")]
    public async Task Check_body_that_is_JSON_but_not_an_array_is_drift(string body, string example)
    {
        using var server = FixedResponse.Serve(body);
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server, "--output", "json"), Is.EqualTo(ExitCode.Failed));

        var drift = JsonNode.Parse(session.Output)!["drifts"]!.AsArray().Single()!;
        Assert.That(
            ((string?)drift["kind"], (string?)drift["path"], (long?)drift["count"], (long?)drift["videos"], (string?)drift["example"]),
            Is.EqualTo(("wrong_type", "$", 1L, (long?)null, example)));
        Assert.That(session.Error, Does.Contain("Read 0 videos. Found 1 kind of drift in 1 place."));
    }

    [Test]
    public async Task Check_page_longer_than_the_client_keeps_is_drift()
    {
        using var server = FixedResponse.Serve($$"""{ "count": 1, "results": [{{string.Join(',', Enumerable.Repeat(FixedResponse.Video(), 50))}}] }""");
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.Output, Does.Contain("an object: count, results"));
    }

    [TestCase("<html>")]
    [TestCase("")]
    [TestCase("[1")]
    public async Task Check_body_is_not_an_array_returns_network(string body)
    {
        using var server = FixedResponse.Serve(body);
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Error, Does.StartWith("aurora: GET /api/aurora/ ").And.Contain("200").And.Contain("JSON"));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task Check_truncated_response_returns_network_with_partial_summary()
    {
        using var server = FixedResponse.Serve($"[{FixedResponse.Video("status", "\"archived\"")}, {{");
        var session = new Session();

        await Assert.ThatAsync(() => session.CheckAsync(server), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Error, Does.Match(@"^[^\n]*1 video\W[^\n]*1 kind [^\n]*1 place\W\naurora: "));
        Assert.That(session.Output, Is.Empty);
    }
}
