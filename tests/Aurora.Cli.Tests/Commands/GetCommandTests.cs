using Aurora.Cli.Videos;
using Aurora.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class GetCommandTests
{
    private const string Unknown = "11111111-2222-3333-4444-555555555555";

    [Test]
    public async Task Get_json_writes_all_properties()
    {
        using var server = AuroraServer.Start();
        var sent = server.Videos.First();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "get", (string)sent["id"]!, "--output", "json"), Is.Zero);

        var written = JObject.Parse(session.Output);
        Assert.That((string?)written["id"], Is.EqualTo((string?)sent["id"]));
        Assert.That(written.Properties().Select(property => property.Name), Is.SupersetOf(sent.Properties().Select(property => property.Name)));
        Assert.That(server.Requests.Single().GetQueryValue("ids"), Is.EqualTo((string?)sent["id"]));
    }

    [Test]
    public async Task Get_pipe_writes_documented_and_unknown_properties()
    {
        using var server = Account.With(("name", "A\tname"), ("shade", "blue"), ("sizes", new JArray(1, 2)));
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "get", Account.IdsOf(server)[0]), Is.Zero);

        Assert.That(session.OutputLines.Select(line => line.Split('\t')[0]), Is.EqualTo(VideoProperties.Names.Concat(["shade", "sizes"])));
        Assert.That(session.OutputLines, Has.Member("name\tA name").And.Member("shade\tblue").And.Member("sizes\t[1,2]"));
    }

    [Test]
    public async Task Get_narrow_terminal_wraps_text_but_not_addresses()
    {
        using var server = Account.With(
            ("text_prompt", string.Join(' ', Enumerable.Repeat("word", 60))),
            ("video_output", $"https://media.example.com/{new string('v', 90)}.mp4"));
        var session = new Session { IsTerminal = true, Width = 60 };

        await Assert.ThatAsync(() => session.RunAsync(server, "get", Account.IdsOf(server)[0], "--no-color"), Is.Zero);

        Assert.That(session.Output, Does.Match("(?m)^Video output +https://media.example.com/v{90}.mp4"));
        Assert.That(session.OutputLines.Count(line => line.Contains("word", StringComparison.Ordinal)), Is.GreaterThan(1));
        Assert.That(session.OutputLines.Where(line => line.Length > 60 && !line.Contains("https://", StringComparison.Ordinal)), Is.Empty);
        Assert.That(session.Output, Does.Match("(?m)^Created at +20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"));
    }

    [Test]
    public async Task Get_control_characters_are_replaced()
    {
        using var server = Account.With(("name", "\e[2J\u202Eevil"), ("\e[31mkey", "v"));
        var session = new Session { IsTerminal = true, Width = 200 };

        await Assert.ThatAsync(() => session.RunAsync(server, "get", Account.IdsOf(server)[0], "--no-color"), Is.Zero);

        Assert.That(session.Output.Where(character => character is '\e' or '\u202E'), Is.Empty);
        Assert.That(session.Output, Does.Contain("evil"));
    }

    [Test]
    public async Task Get_unknown_id_returns_failed()
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "get", Unknown), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.Error, Does.StartWith("aurora: ").And.Contain(Unknown).And.Contain("not found"));
        Assert.That(session.Output, Is.Empty);
    }

    [TestCase("abc", "'abc' (argument)")]
    [TestCase("0f8fad5b-d9cb-469f-a165-70867728950e,7c9e6679-7425-40de-944b-e07fc1f90ae7", "one id, but 2")]
    public async Task Get_invalid_id_returns_usage_without_request(string id, string fact)
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync(server, "get", id), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: ").And.Contain(fact));
        Assert.That(server.Requests, Is.Empty);
    }
}
