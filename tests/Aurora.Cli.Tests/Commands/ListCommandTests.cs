using System.Net;
using System.Net.Sockets;
using Aurora.Cli.Videos;
using Aurora.Document;
using Aurora.Testing;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

internal sealed class ListCommandTests
{
    private static readonly Guid Unknown = new("11111111-2222-3333-4444-555555555555");

    [Test]
    public async Task List_inATerminal_showsTheTableAndSumsItUpOnStandardError()
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
    public async Task List_inAPipe_writesOneHeaderAndOneLineForEachVideoInTheOrderOfTheApi()
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
    public async Task List_noOptions_sendsNoParameter()
    {
        using var server = Account.Empty();

        await new Session().ListAsync(server);

        Assert.That(server.Requests.Single().Query, Is.Empty);
    }

    [TestCase("-created_at")]
    [TestCase("status,-created_at")]
    [TestCase("a field of tomorrow")]
    public async Task List_ordering_reachesTheApiAsItIs(string ordering)
    {
        using var server = Account.Empty();

        await Assert.ThatAsync(() => new Session().ListAsync(server, "--ordering", ordering), Is.Zero);

        Assert.That(server.Requests.Single().QueryValue("ordering"), Is.EqualTo(ordering));
    }

    [Test]
    public async Task List_idsInSeveralFormsAndOrdering_asksForThemInOneRequest()
    {
        using var server = AuroraServer.Start();
        var ids = Account.IdsOf(server);
        var session = new Session();

        string[] args = ["--ids", $"{ids[0]}, {ids[1]}", ids[2], "--ids", ids[3], "--ordering", "name"];
        await Assert.ThatAsync(() => session.ListAsync(server, args), Is.Zero);

        var request = server.Requests.Single();
        Assert.That(request.QueryValue("ids"), Is.EqualTo(string.Join(',', ids[..4])));
        Assert.That(request.QueryValue("ordering"), Is.EqualTo("name"));
        Assert.That(session.OutputLines, Has.Length.EqualTo(5));
    }

    [Test]
    public async Task List_idsFromAFile_asksForThem()
    {
        using var server = AuroraServer.Start();
        var ids = Account.IdsOf(server);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid()}.txt");
        await File.WriteAllLinesAsync(file, ids[..3]);

        try
        {
            await Assert.ThatAsync(() => new Session().ListAsync(server, "--ids", "@" + file), Is.Zero);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.That(server.Requests.Single().QueryValue("ids"), Is.EqualTo(string.Join(',', ids[..3])));
    }

    [Test]
    public async Task List_someIdsUnknown_showsTheOthersAndNamesTheMissingOnce()
    {
        using var server = AuroraServer.Start();
        var known = Account.IdsOf(server)[0];
        var session = new Session();

        var ids = $"{Unknown},{known.ToUpperInvariant()},{Unknown}";
        await Assert.ThatAsync(() => session.ListAsync(server, "--ids", ids), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines.Single(line => line.StartsWith(known, StringComparison.Ordinal)), Is.Not.Empty);
        Assert.That(session.Error, Is.EqualTo($"aurora: 1 of 2 ids not found:\n{Unknown}\n"));
    }

    [TestCase(
        "abc",
        "aurora: 1 of 1 ids cannot be sent: 'abc' (--ids).\nEach must be a UUID in the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.\n")]
    [TestCase("", "aurora: There are no ids, and the API would list the whole account. To have all videos, leave the ids out.\n")]
    public async Task List_badIds_isUsageAndNothingIsSent(string ids, string message)
    {
        using var server = Account.Empty();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--ids", ids), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Is.EqualTo(message));
        Assert.That(session.Output, Is.Empty);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task List_blankOrdering_isUsage()
    {
        using var server = Account.Empty();

        await Assert.ThatAsync(() => new Session().ListAsync(server, "--ordering", " "), Is.EqualTo(ExitCode.Usage));

        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase(true, "")]
    [TestCase(false, "ID\tSTATUS\tPERCENT\tSECONDS\tCREDITS\tCREATED\tNAME\n")]
    public async Task List_emptyAccount_saysSoAndIsDone(bool isTerminal, string output)
    {
        using var server = Account.Empty();
        var session = new Session { IsTerminal = isTerminal };

        await Assert.ThatAsync(() => session.ListAsync(server), Is.Zero);

        Assert.That(session.Output, Is.EqualTo(output));
        Assert.That(session.Error, Is.EqualTo("The account has no videos yet.\n"));
    }

    [Test]
    public async Task List_json_isTheAnswerOfTheApi()
    {
        using var server = AuroraServer.Start();
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.ListAsync(server, "--output", "json", "--ordering", "id"), Is.Zero);

        var videos = Newtonsoft.Json.Linq.JArray.Parse(session.Output);
        Assert.That(videos.Select(video => (string?)video["id"]), Is.EqualTo(Account.IdsOf(server).Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task List_demo_needsNoKeysAndSaysWhatItIs()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("list", "--demo"), Is.Zero);

        Assert.That(session.OutputLines, Has.Length.EqualTo(25));
        Assert.That(session.Error, Is.EqualTo("Demo: made-up videos from a fake API on this machine. No account is used.\n"));
    }

    [Test]
    public async Task List_wrongKeys_isAuthenticationAndShowsNoKey()
    {
        using var server = Account.Empty();
        var session = new Session().With("AURORA_API_ID", server.ApiId).With("AURORA_API_KEY", "not-the-key-of-the-server");

        var exitCode = await session.RunAsync("list", "--base-url", server.BaseAddress.ToString());

        Assert.That(exitCode, Is.EqualTo(ExitCode.Authentication));
        Assert.That(session.Error, Is.EqualTo(
            """
            aurora: GET /api/aurora/ answered 401 Unauthorized: Invalid API ID or API key.
            Check the keys, which go together: AURORA_API_ID and AURORA_API_KEY, or those that 'aurora login' keeps.

            """));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    [SendsUndocumentedRequests("The address is one where the API is not.")]
    public async Task List_addressWithoutTheApi_isNetwork()
    {
        using var server = Account.Empty();
        var session = new Session().WithKeysOf(server);

        var exitCode = await session.RunAsync("list", "--base-url", $"{server.BaseAddress}elsewhere/");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Network));
        Assert.That(session.Error, Does.StartWith("aurora: GET /api/aurora/ answered 404 NotFound"));
    }

    [TestCase(403, """{"detail": "Not for you."}""", ExitCode.Authentication, "answered 403 Forbidden: Not for you.")]
    [TestCase(400, """{"detail": "\u001b[2J some-secret-key"}""", ExitCode.Network, "answered 400 BadRequest: \uFFFD[2J [key]")]
    public async Task List_refusal_hasItsExitCodeAndACleanMessage(int status, string body, int exitCode, string message)
    {
        using var server = new CannedServer(status, body);
        var session = new Session().With("AURORA_API_ID", "some-secret-id").With("AURORA_API_KEY", "some-secret-key");

        await Assert.ThatAsync(() => session.RunAsync("list", "--base-url", server.Address), Is.EqualTo(exitCode));

        Assert.That(session.Error, Does.StartWith($"aurora: GET /api/aurora/ {message}"));
        Assert.That(session.Output, Is.Empty);
    }

    [Test]
    public async Task List_cancelledWhileTheServerIsSilent_isInterrupted()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var cancellation = new CancellationTokenSource();
        var session = new Session().With("AURORA_API_ID", "some-id").With("AURORA_API_KEY", "some-key");
        var running = session.RunAsync(cancellation.Token, "list", "--base-url", $"http://{silent.LocalEndpoint}/");
        using var accepted = await silent.AcceptTcpClientAsync();

        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => running, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(session.Error, Is.EqualTo("aurora: interrupted\n"));
    }

    [Test]
    public async Task List_filters_showsThoseThatFitAll()
    {
        using var server = AuroraServer.Start();
        var session = new Session { Clock = new FakeTimeProvider(DateTimeOffset.Parse((string)server.Videos.First()["created_at"]!, null)) };
        var done = server.Videos.Where(video => (string?)video["status"] is "done" or "failed" && ((string?)video["name"] ?? "").Contains('a', StringComparison.OrdinalIgnoreCase));

        await Assert.ThatAsync(() => session.ListAsync(server, "--status", "DONE,failed", "--name", "A", "--since", "30d", "--output", "ndjson"), Is.Zero);

        Assert.That(done, Is.Not.Empty);
        Assert.That(Ids(session.OutputLines), Is.EquivalentTo(done.Select(video => (string?)video["id"])));
        Assert.That(session.Error, Is.Empty);
    }

    [TestCase("table")]
    [TestCase("ndjson")]
    public async Task List_noVideoFits_saysSoAndIsDone(string output)
    {
        using var server = AuroraServer.Start();
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.ListAsync(server, "--name", "no such name", "--output", output), Is.Zero);

        Assert.That(session.Output, Is.Empty);
        Assert.That(session.Error, Is.EqualTo("No video of the account fits.\n"));
    }

    [Test]
    public async Task List_sinceThatIsNoTime_isUsage()
    {
        using var server = Account.Empty();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--since", "yesterday"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: 'yesterday' is no time for --since. It takes a date (2026-01-31)"));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase(null, 3)]
    [TestCase("-created_at", 1)]
    public async Task List_moreIdsThanOneRequestTakes_listsThemAllAndNamesTheMissing(string? ordering, int requests)
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 260 });
        var ids = Account.IdsOf(server)[..250];
        var session = new Session { Input = string.Join('\n', ids.Append(Unknown.ToString())) };

        string[] args = ["--ids-file", "-", "--output", "ndjson", .. ordering is null ? Array.Empty<string>() : ["--ordering", ordering]];
        await Assert.ThatAsync(() => session.ListAsync(server, args), Is.EqualTo(ExitCode.Failed));

        Assert.That(Ids(session.OutputLines), Is.EquivalentTo(ids));
        if (ordering is not null)
            Assert.That(session.OutputLines.Select(line => (string?)JObject.Parse(line)["created_at"]), Is.Ordered.Descending);
        Assert.That(session.Error, Is.EqualTo($"aurora: 1 of 251 ids not found:\n{Unknown}\n"));
        Assert.That(server.Requests, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task List_idsFileThatIsNotThere_isUsage()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("list", "--demo", "--ids-file", "no-such-file.txt"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: The file of --ids-file cannot be read:").And.Contain("no-such-file.txt").And.Not.Contain("Demo"));
    }

    [Test]
    public async Task List_csv_isOneLineForEachVideoUnderTheNamesOfTheDocument()
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--output", "csv"), Is.Zero);

        Assert.That(session.OutputLines[0].Split(','), Is.EqualTo(VideoProperties.Names));
        Assert.That(session.OutputLines.Skip(1).Select(line => line.Split(',')[0]), Is.EquivalentTo(Account.IdsOf(server)));
    }

    [TestCase("ndjson", "{")]
    [TestCase("csv", "e")]
    public async Task List_answerThatBreaksOff_keepsWholeLinesAndIsNetwork(string output, string start)
    {
        using var server = AuroraServer.Start();
        server.When(_ => true, AuroraFault.Truncate(6000), int.MaxValue);
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--output", output), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Output, Does.EndWith("\n"));
        Assert.That(session.OutputLines.Skip(output == "csv" ? 1 : 0), Has.All.StartWith(start).Or.All.Length.GreaterThan(100));
        Assert.That(session.OutputLines.Length, Is.InRange(2, 23));
    }

    [Test]
    public async Task List_verbose_saysEachRequestWithItsRetriesAndNoQuery()
    {
        using var server = AuroraServer.Start();
        server.Next(AuroraFault.Status(HttpStatusCode.ServiceUnavailable, TimeSpan.Zero));
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--verbose", "--ids", Account.IdsOf(server)[0]), Is.Zero);

        var lines = session.Error.TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[0], Does.Match($@"^> GET {server.BaseAddress}api/aurora/\?\* 503, headers after \d+ ms$"));
        Assert.That(lines[1], Does.Contain(" 200, ").And.Not.Contain(Account.IdsOf(server)[0]));
    }

    [Test]
    public async Task List_verboseWithoutAServer_saysEveryCause()
    {
        using var server = Account.Empty();
        server.Dispose();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--verbose", "--timeout", "10ms"), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Error, Does.Contain("\n  because of "));
    }

    [Test]
    public async Task List_timeout_endsACallToASilentServer()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var session = new Session().With("AURORA_API_ID", "some-id").With("AURORA_API_KEY", "some-key");

        await Assert.ThatAsync(() => session.RunAsync("list", "--base-url", $"http://{silent.LocalEndpoint}/", "--timeout", "50ms"), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Error, Does.Contain("00:00:00.05").Or.Contain("50 ms").Or.Contain("0.05 s"));
    }

    private static IEnumerable<string?> Ids(IEnumerable<string> lines) => lines.Select(line => (string?)JObject.Parse(line)["id"]);
}
