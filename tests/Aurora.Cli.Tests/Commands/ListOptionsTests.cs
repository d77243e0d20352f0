using System.Net;
using System.Net.Sockets;
using Aurora.Cli.Videos;
using Aurora.Testing;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

/// <summary>Tests the filters, the output formats and the connection options of <c>aurora list</c>.</summary>
[TestFixture]
public sealed class ListOptionsTests
{
    private static readonly Guid Unknown = new("11111111-2222-3333-4444-555555555555");

    [Test]
    public async Task List_filters_are_combined()
    {
        using var server = AuroraServer.Start();
        var session = new Session { Clock = new FakeTimeProvider(DateTimeOffset.Parse((string)server.Videos.First()["created_at"]!, null)) };
        var expected = server.Videos.Where(video => (string?)video["status"] is "done" or "failed"
            && ((string?)video["name"] ?? "").Contains('a', StringComparison.OrdinalIgnoreCase));

        string[] args = ["--status", "DONE,failed", "--name", "A", "--since", "30d", "--output", "ndjson"];
        await Assert.ThatAsync(() => session.ListAsync(server, args), Is.Zero);

        Assert.That(expected, Is.Not.Empty);
        Assert.That(Ids(session.OutputLines), Is.EquivalentTo(expected.Select(video => (string?)video["id"])));
        Assert.That(session.Error, Is.Empty);
    }

    [TestCase("table")]
    [TestCase("ndjson")]
    public async Task List_no_matches_returns_success_with_message(string output)
    {
        using var server = AuroraServer.Start();
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => session.ListAsync(server, "--name", "no such name", "--output", output), Is.Zero);

        Assert.That(session.Output, Is.Empty);
        Assert.That(session.Error, Does.Contain("No videos match"));
    }

    [Test]
    public async Task List_invalid_since_returns_usage()
    {
        using var server = Account.Empty();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--since", "tomorrow"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: 'tomorrow'").And.Contain("--since").And.Contain("a date (2026-01-31)"));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase(null, 3)]
    [TestCase("-created_at", 1)]
    public async Task List_many_ids_lists_all_and_reports_missing(string? ordering, int requests)
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
    public async Task List_missing_ids_file_returns_usage()
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("list", "--demo", "--ids-file", "no-such-file.txt"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith("aurora: ").And.Contain("--ids-file").And.Contain("no-such-file.txt").And.Not.Contain("Demo"));
    }

    [Test]
    public async Task List_csv_writes_documented_columns()
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--output", "csv"), Is.Zero);

        Assert.That(session.OutputLines[0].Split(','), Is.EqualTo(VideoProperties.Names));
        Assert.That(session.OutputLines.Skip(1).Select(line => line.Split(',')[0]), Is.EquivalentTo(Account.IdsOf(server)));
    }

    [Test]
    public async Task List_bom_starts_the_csv_with_a_byte_order_mark()
    {
        using var server = AuroraServer.Start();
        var (plain, marked) = (new Session(), new Session());

        await plain.ListAsync(server, "--output", "csv");
        await Assert.ThatAsync(() => marked.ListAsync(server, "--output", "csv", "--bom"), Is.Zero);

        Assert.That(marked.Output, Is.EqualTo($"\uFEFF{plain.Output}"));
    }

    [Test]
    public async Task List_bom_of_another_format_returns_usage()
    {
        using var server = AuroraServer.Start();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--output", "json", "--bom"), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Is.EqualTo("aurora: --bom requires --output csv.\n"));
    }

    [TestCase("json")]
    [TestCase("ndjson")]
    public async Task List_json_writes_null_as_the_API_sent_it(string output)
    {
        using var server = FixedResponse.Serve(FixedResponse.Video("model_version", "null"));
        var session = new Session();

        await session.ListAsync(server, "--output", output);

        Assert.That(session.Output, Does.Match("\"model_version\": ?null"));
    }

    [Test]
    public async Task List_ordering_field_that_is_not_documented_warns()
    {
        using var server = Account.Empty();
        var session = new Session();

        await session.ListAsync(server, "--ordering", "-creatd_at,status");

        Assert.That(session.Error, Does.StartWith("aurora: 'creatd_at' is not a property in the document, so the API may ignore it.").And.Contain("created_at").And.Not.Contain("'status'"));
    }

    [Test]
    public async Task List_name_that_starts_with_an_at_sign_is_no_file()
    {
        using var server = Account.With(("name", "A @spring video"));
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--name", "@spring"), Is.Zero);

        Assert.That(session.OutputLines, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task List_forced_color_paints_the_status_in_a_pipe()
    {
        using var server = Account.With(("status", "done"));
        var (forced, refused) = (new Session().With("FORCE_COLOR", "1"), new Session().With("FORCE_COLOR", "1"));

        await forced.ListAsync(server);
        await refused.ListAsync(server, "--no-color");

        Assert.That(forced.OutputLines[1], Does.Contain("\t\e[32mdone\e[0m\t"));
        Assert.That(refused.OutputLines[1], Does.Contain("\tdone\t"));
    }

    [TestCase("ndjson", "{")]
    [TestCase("csv", "e")]
    public async Task List_truncated_response_writes_complete_lines_and_returns_network(string output, string start)
    {
        using var server = AuroraServer.Start();
        server.InjectFaultWhen(_ => true, AuroraFault.Truncate(6000), int.MaxValue);
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--output", output), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Output, Does.EndWith("\n"));
        Assert.That(session.OutputLines.Skip(output == "csv" ? 1 : 0), Has.All.StartWith(start).Or.All.Length.GreaterThan(100));
        Assert.That(session.OutputLines.Length, Is.InRange(2, 23));
    }

    [Test]
    public async Task List_verbose_shows_requests_and_retries_without_query()
    {
        using var server = AuroraServer.Start();
        server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.ServiceUnavailable, TimeSpan.Zero));
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--verbose", "--ids", Account.IdsOf(server)[0]), Is.Zero);

        var lines = session.Error.TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[0], Does.Match($@"^> GET {server.BaseAddress}api/aurora/\?\* 503, headers after \d+ ms$"));
        Assert.That(lines[1], Does.Contain(" 200, ").And.Not.Contain(Account.IdsOf(server)[0]));
    }

    [Test]
    public async Task List_verbose_without_server_shows_causes()
    {
        using var server = Account.Empty();
        server.Dispose();
        var session = new Session();

        await Assert.ThatAsync(() => session.ListAsync(server, "--verbose", "--timeout", "10ms"), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Error, Does.Contain("\n  caused by "));
    }

    [Test]
    public async Task List_timeout_cancels_call_to_silent_server()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var session = new Session().With("AURORA_API_ID", "some-id").With("AURORA_API_KEY", "some-key");

        string[] args = ["list", "--base-url", $"http://{silent.LocalEndpoint}/", "--timeout", "50ms"];
        await Assert.ThatAsync(() => session.RunAsync(args), Is.EqualTo(ExitCode.Network));

        Assert.That(session.Error, Does.Contain("00:00:00.05").Or.Contain("50 ms").Or.Contain("0.05 s"));
    }

    private static IEnumerable<string?> Ids(IEnumerable<string> lines) => lines.Select(line => (string?)JObject.Parse(line)["id"]);
}
