using System.Net;
using Aurora.Cli.Drift;
using Aurora.Client;
using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

internal sealed class CheckCommandTests
{
    private const string Secret = "Anna's secret wedding";

    [Test]
    public async Task Check_answersThatAreAsTheDocumentHasThem_isDoneAndSaysSo()
    {
        using var server = AuroraServer.Start();
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => CheckAsync(session, server), Is.EqualTo(ExitCode.Done));

        Assert.That(session.Output, Is.Empty);
        Assert.That(session.Error, Is.EqualTo($"24 videos read, no drift: the answers are as the document has them ({AuroraClient.Specification}).\n"));
        server.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Check_asksForTheAccountAndThenForOneVideoInAnOrder()
    {
        using var server = AuroraServer.Start();

        await CheckAsync(new Session(), server);

        Assert.That(server.Requests.Select(request => request.Query.Count), Is.EqualTo(new[] { 0, 2 }));
        Assert.That(server.Requests[1].QueryValue("ids"), Is.AnyOf(Account.IdsOf(server)));
        Assert.That(server.Requests[1].QueryValue("ordering"), Is.EqualTo("-created_at"));
    }

    [Test]
    public async Task Check_everyKindOfDrift_hasItsPathItsCountAndWhatWasFound()
    {
        using var server = Drifting();
        var session = new Session();

        await Assert.ThatAsync(() => CheckAsync(session, server), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines, Is.EqualTo(new[]
        {
            "KIND\tCOUNT\tFOUND\tPATH",
            "unknown value\t3\tqueued\t$[].status",
            "malformed\t1\ta string\t$[].created_at",
            "missing\t1\tnothing\t$[].duration",
            "null\t1\tnull\t$[].image",
            "wrong type\t1\tan object\t$[].is_hidden",
            "unknown property\t1\t\t$[].rating",
        }));
        Assert.That(session.Error, Is.EqualTo("3 videos read; 6 kinds of drift in 8 places.\n"));
    }

    [Test]
    public async Task Check_inATerminal_showsATable()
    {
        using var server = Drifting();
        var session = new Session { IsTerminal = true }.With("NO_COLOR", "1");

        await CheckAsync(session, server);

        Assert.That(session.OutputLines[0], Does.Match("KIND +COUNT +FOUND +PATH"));
        Assert.That(session.OutputLines[1], Does.Match(@"unknown value +3 +queued +\$\[\]\.status"));
    }

    [Test]
    public async Task Check_json_isOneDocumentWithStableNames()
    {
        using var server = Drifting();
        var session = new Session();

        await Assert.ThatAsync(() => CheckAsync(session, server, "--output", "json"), Is.EqualTo(ExitCode.Failed));

        var json = JObject.Parse(session.Output);
        Assert.That(json.Properties().Select(property => property.Name), Is.EqualTo(new[] { "base_address", "asked_at", "document", "videos_read", "drift", "left_out" }));
        Assert.That((string?)json["base_address"], Is.EqualTo(server.BaseAddress.ToString()));
        Assert.That((string?)json["document"]!["sha256"], Is.EqualTo(AuroraClient.Specification.Sha256));
        Assert.That((int)json["videos_read"]!, Is.EqualTo(3));
        Assert.That(json["drift"]![0]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"kind":"unknown value","path":"$[].status","count":3,"found":"queued"}"""));
    }

    [TestCase("table")]
    [TestCase("json")]
    public async Task Check_valuesOfSomebodys_showNowhere(string output)
    {
        using var server = Account.With(
            ("name", new JArray(Secret)), ("status", Secret), ("created_at", Secret), ("audio", Secret), ("duration", Secret),
            ("media_job", Secret), ("credits_used", new JObject { [nameof(Secret)] = Secret }), ("note", Secret));
        var session = new Session();

        await Assert.ThatAsync(() => CheckAsync(session, server, "--output", output), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.Output + session.Error, Does.Contain("$[].status").And.Contain("a text").And.Not.Contain("Anna"));
        Assert.That(session.Output + session.Error, Does.Not.Contain(server.ApiKey).And.Not.Contain(server.ApiId));
    }

    [Test]
    public async Task Check_propertyNameThatSteersATerminal_isCleaned()
    {
        using var server = Account.With(("\u001b[31mred\u202e", 1));
        var session = new Session();

        await CheckAsync(session, server);

        Assert.That(session.Output, Does.Contain("[31mred").And.Not.Match("[\u001b\u202e]"));
    }

    [Test]
    public async Task Check_moreKindsThanAnybodyReads_areCountedAndSaid()
    {
        const int Properties = DriftCounter.MostRows + 500;
        using var server = Account.With([.. Enumerable.Range(0, Properties).Select(i => ($"made_up_{i}", (JToken?)i))]);
        var session = new Session();

        await CheckAsync(session, server);

        Assert.That(session.OutputLines, Has.Length.EqualTo(1 + DriftCounter.MostRows));
        Assert.That(session.Error, Does.Contain("500 more departures are of further kinds"));
        Assert.That(session.Error, Does.EndWith($"1 video read; {DriftCounter.MostRows} kinds of drift in {Properties} places.\n"));
    }

    [Test]
    public async Task Check_filterThatIsIgnored_isAFinding()
    {
        using var server = AuroraServer.Start();
        server.When(request => request.QueryValue("ids") is not null, AuroraFault.Body(new JArray(server.Videos).ToString()));
        var session = new Session();

        await Assert.ThatAsync(() => CheckAsync(session, server), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines[1], Is.EqualTo("request\t1\t24 videos for 1 id\tids"));
    }

    [Test]
    public async Task Check_parametersThatAreRefused_areAFinding()
    {
        using var server = AuroraServer.Start();
        server.When(request => request.QueryValue("ids") is not null, AuroraFault.Status(HttpStatusCode.BadRequest));
        var session = new Session();

        await Assert.ThatAsync(() => CheckAsync(session, server), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines[1], Is.EqualTo("request\t1\tstatus 400\tids, ordering"));
    }

    [Test]
    public async Task Check_emptyAccount_saysThatNothingCouldBeChecked()
    {
        using var server = Account.Empty();
        var session = new Session();

        await Assert.ThatAsync(() => CheckAsync(session, server), Is.EqualTo(ExitCode.Done));

        Assert.That(session.Error, Does.Contain("nothing could be checked"));
    }

    [TestCase("""{"results": []}""")]
    [TestCase("[{]")]
    [TestCase("<html></html>")]
    public async Task Check_bodyThatIsNoList_isAnErrorOfTheServer(string body)
    {
        using var server = new CannedServer(200, body);

        await Assert.ThatAsync(() => new Session().With("AURORA_API_ID", "an-id").With("AURORA_API_KEY", "a-key").RunAsync("check", "--base-url", server.Address), Is.EqualTo(ExitCode.Network));
    }

    [Test]
    public async Task Check_keysThatAreRefused_isAuthentication()
    {
        using var server = AuroraServer.Start();

        await Assert.ThatAsync(
            () => new Session().With("AURORA_API_ID", "an-id").With("AURORA_API_KEY", "a-key").RunAsync("check", "--base-url", server.BaseAddress.ToString()),
            Is.EqualTo(ExitCode.Authentication));
    }

    [Test]
    public async Task Check_noKeys_isUsage() => await Assert.ThatAsync(() => new Session().RunAsync("check"), Is.EqualTo(ExitCode.Usage));

    private static Task<int> CheckAsync(Session session, AuroraServer server, params string[] args) =>
        session.WithKeysOf(server).RunAsync(["check", "--base-url", server.BaseAddress.ToString(), .. args]);

    private static AuroraServer Drifting()
    {
        var server = Account.Empty();
        foreach (var video in VideoGenerator.Generate(3))
        {
            video["status"] = "queued";
            server.Videos.Add(video);
        }

        var odd = server.Videos.First();
        odd.Remove("duration");
        odd["created_at"] = "yesterday";
        odd["image"] = JValue.CreateNull();
        odd["is_hidden"] = new JObject();
        odd["rating"] = 5;
        server.When(request => request.QueryValue("ids") is null, AuroraFault.Body(new JArray(odd, server.Videos.ElementAt(1), server.Videos.ElementAt(2)).ToString()));
        return server;
    }
}
