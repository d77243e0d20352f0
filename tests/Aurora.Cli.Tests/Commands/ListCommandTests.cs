using System.Net;
using System.Net.Sockets;
using Aurora.Testing;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class ListCommandTests
{
    private static readonly Guid Unknown = new("11111111-2222-3333-4444-555555555555");

    [Test]
    public async Task List_terminal_writes_table_and_summary()
    {
        using var server = AuroraServer.Start();
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.ListAsync(server), Is.Zero);

        var credits = server.Videos.Sum(video => (double)video["credits_used"]!);
        Assert.That(session.OutputLines, Has.Length.EqualTo(25));
        Assert.That(session.Error, Is.EqualTo($"24 videos, {credits:0.##} credits\n"));
        server.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task List_pipe_writes_line_for_each_video_in_api_order()
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--ordering", "id"), Is.Zero);

        var ids = session.OutputLines.Skip(1).Select(line => line.Split('\t')[0]);
        Assert.That(session.OutputLines[0], Does.StartWith("ID\t"));
        Assert.That(ids, Is.EqualTo(Account.IdsOf(server).Order(StringComparer.Ordinal)));
        Assert.That(session.Error, Is.Empty);
    }

    [Test]
    public async Task List_no_options_sends_no_parameters()
    {
        using var server = Account.Empty();

        await new Session().ListAsync(server);

        Assert.That(server.Requests.Single().Query, Is.Empty);
    }

    [TestCase("-created_at")]
    [TestCase("status,-created_at")]
    [TestCase("a field of tomorrow")]
    public async Task List_ordering_is_sent_unchanged(string ordering)
    {
        using var server = Account.Empty();

        await Assert.ThatAsync(() => new Session().ListAsync(server, "--ordering", ordering), Is.Zero);

        Assert.That(server.Requests.Single().GetQueryValue("ordering"), Is.EqualTo(ordering));
    }

    [Test]
    public async Task List_ids_and_ordering_sends_one_request()
    {
        using var server = AuroraServer.Start();
        var ids = Account.IdsOf(server);
        var session = new Session();

        string[] args = ["--ids", $"{ids[0]}, {ids[1]}", ids[2], "--ids", ids[3], "--ordering", "name"];
        await Assert.ThatAsync(() => session.ListAsync(server, args), Is.Zero);

        var request = server.Requests.Single();
        Assert.That(request.GetQueryValue("ids"), Is.EqualTo(string.Join(',', ids[..4])));
        Assert.That(request.GetQueryValue("ordering"), Is.EqualTo("name"));
        Assert.That(session.OutputLines, Has.Length.EqualTo(5));
    }

    [Test]
    public async Task List_unknown_ids_lists_others_and_reports_missing()
    {
        using var server = AuroraServer.Start();
        var known = Account.IdsOf(server)[0];
        var session = new Session();

        var ids = $"{Unknown},{known.ToUpperInvariant()},{Unknown}";
        await Assert.ThatAsync(() => session.ListAsync(server, "--ids", ids), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines.Single(line => line.StartsWith(known, StringComparison.Ordinal)), Is.Not.Empty);
        Assert.That(session.Error, Is.EqualTo($"aurora: 1 of 2 ids not found:\n{Unknown}\n"));
    }

    [TestCase("abc", @"^aurora: .*1 of 1.*'abc' \(--ids\)\.\n.*xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx\.\n$")]
    [TestCase("", "^aurora: .*ids is empty.*whole account.*remove the option.*\n$")]
    public async Task List_invalid_ids_returns_usage_without_request(string ids, string pattern)
    {
        using var server = Account.Empty();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--ids", ids), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.Match(pattern));
        Assert.That(session.Output, Is.Empty);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task List_blank_ordering_returns_usage()
    {
        using var server = Account.Empty();

        await Assert.ThatAsync(() => new Session().ListAsync(server, "--ordering", " "), Is.EqualTo(ExitCode.Usage));

        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase(true, "")]
    [TestCase(false, "ID\tSTATUS\tPERCENT\tSECONDS\tCREDITS\tCREATED\tNAME\n")]
    public async Task List_empty_account_returns_success_with_message(bool isTerminal, string output)
    {
        using var server = Account.Empty();
        var session = new Session { IsTerminal = isTerminal };

        await Assert.ThatAsync(() => session.ListAsync(server), Is.Zero);

        Assert.That(session.Output, Is.EqualTo(output));
        Assert.That(session.Error, Does.Contain("no videos"));
    }

    [Test]
    public async Task List_json_writes_all_videos()
    {
        using var server = AuroraServer.Start();
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.ListAsync(server, "--output", "json", "--ordering", "id"), Is.Zero);

        var videos = Newtonsoft.Json.Linq.JArray.Parse(session.Output);
        Assert.That(videos.Select(video => (string?)video["id"]), Is.EqualTo(Account.IdsOf(server).Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task List_demo_requires_no_keys()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("list", "--demo"), Is.Zero);

        Assert.That(session.OutputLines, Has.Length.EqualTo(25));
        Assert.That(session.Error, Does.StartWith("Demo: ").And.Contain("fake API"));
    }

    [Test]
    public async Task List_wrong_keys_returns_authentication_without_showing_keys()
    {
        using var server = Account.Empty();
        var session = new Session().With("AURORA_API_ID", server.ApiId).With("AURORA_API_KEY", "not-the-key-of-the-server");

        var exitCode = await session.RunAsync("list", "--base-url", server.BaseAddress.ToString());

        Assert.That(exitCode, Is.EqualTo(ExitCode.Authentication));
        Assert.That(session.Error, Does.StartWith("aurora: GET /api/aurora/ ").And.Contain("401").And.Contain("Invalid API ID or API key."));
        Assert.That(session.Error, Does.Contain("AURORA_API_ID and AURORA_API_KEY").And.Contain("'aurora login'").And.Not.Contain("not-the-key"));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    [SendsUndocumentedRequests("The API is not at this address.")]
    public async Task List_address_without_api_returns_network()
    {
        using var server = Account.Empty();
        var session = new Session().WithKeysOf(server);

        var exitCode = await session.RunAsync("list", "--base-url", $"{server.BaseAddress}elsewhere/");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Network));
        Assert.That(session.Error, Does.StartWith("aurora: GET /api/aurora/ ").And.Contain("404"));
    }

    [TestCase(403, """{"detail": "Not for you."}""", ExitCode.Authentication, "403 Forbidden: Not for you.")]
    [TestCase(400, """{"detail": "\u001b[2J some-secret-key"}""", ExitCode.Network, "400 BadRequest: \uFFFD[2J [redacted]")]
    public async Task List_api_error_returns_exit_code_and_sanitized_message(int status, string body, int exitCode, string message)
    {
        using var server = new CannedServer(status, body);
        var session = new Session().With("AURORA_API_ID", "some-secret-id").With("AURORA_API_KEY", "some-secret-key");

        await Assert.ThatAsync(() => session.RunAsync("list", "--base-url", server.Address), Is.EqualTo(exitCode));

        Assert.That(session.Error, Does.StartWith("aurora: GET /api/aurora/ ").And.Contain(message));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task List_canceled_returns_interrupted()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var cancellation = new CancellationTokenSource();
        var session = new Session().With("AURORA_API_ID", "some-id").With("AURORA_API_KEY", "some-key");
        var running = session.RunAsync(cancellation.Token, "list", "--base-url", $"http://{silent.LocalEndpoint}/");
        using var accepted = await silent.AcceptTcpClientAsync();

        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => running, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(session.Error, Does.Match("^aurora: .*interrupted.*\n$"));
    }
}
