using System.Net;
using Aurora.Client;
using Aurora.Testing;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Aurora.Cli.Tests.Commands;

[TestFixture]
public sealed class WatchCommandTests
{
    private static readonly Guid Unknown = new("11111111-2222-3333-4444-555555555555");

    [Test]
    public async Task Watch_pipe_writes_line_for_each_change()
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Pending, video => video["name"] = "Spring\tlaunch");
        server.Videos.SetProgress(id, AuroraVideoProgress.ByRequests(runningSteps: 1));
        var session = new Session { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 4, 15, 0, TimeSpan.FromHours(1))) };

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{id}"), Is.Zero);

        Assert.That(session.OutputLines, Is.EqualTo(new[]
        {
            $"2026-03-01T03:15:00.000Z\t{id}\tpending\t0\tSpring launch",
            $"2026-03-01T03:15:00.000Z\t{id}\tin_queue\t0\tSpring launch",
            $"2026-03-01T03:15:00.000Z\t{id}\trunning\t50\tSpring launch",
            $"2026-03-01T03:15:00.000Z\t{id}\tdone\t100\tSpring launch",
        }));
        Assert.That(session.Error, Is.EqualTo("1 done\n"));
    }

    [Test]
    public async Task Watch_no_ids_watches_unfinished_videos()
    {
        using var server = Account.Empty();
        server.Videos.Add(AuroraStatus.Done);
        var running = server.Videos.Add(AuroraStatus.Running);
        server.Videos.SetProgress(running, AuroraVideoProgress.ByRequests(runningSteps: 1));
        var session = new Session();

        await Assert.ThatAsync(() => WatchAsync(session, server), Is.Zero);

        Assert.That(session.OutputLines.Select(line => line.Split('\t')[1]), Is.All.EqualTo($"{running}"));
        Assert.That(server.Requests.Skip(1).Select(request => request.GetQueryValue("ids")), Is.All.EqualTo($"{running}"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Watch_no_unfinished_videos_returns_success_with_message(bool isTerminal)
    {
        using var server = Account.Empty();
        server.Videos.Add(AuroraStatus.Failed);
        var session = new Session { IsTerminal = isTerminal };

        await Assert.ThatAsync(() => WatchAsync(session, server), Is.Zero);

        Assert.That(session.Output, Is.Empty);
        Assert.That(session.Error, Does.Contain("no unfinished videos"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Watch_failed_videos_returns_failed_with_reasons(bool isTerminal)
    {
        using var server = Account.Empty();
        var failed = server.Videos.Add(AuroraStatus.Failed, video => (video["name"], video["failed_reason"]) = ("One", "No face \e[2J was found."));
        var rejected = server.Videos.Add(AuroraStatus.Rejected, video => (video["name"], video["failed_reason"]) = ("Two", ""));
        var done = server.Videos.Add(AuroraStatus.Done);
        var session = new Session { IsTerminal = isTerminal };

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{failed}", $"{rejected}", $"{done}"), Is.EqualTo(ExitCode.Failed));

        var lines = session.Error.TrimEnd().Split('\n');
        Assert.That(lines[..2], Is.EqualTo(new[] { "1 done, 1 failed, 1 rejected", $"{failed} One: failed: No face \uFFFD[2J was found." }));
        Assert.That(lines[2], Does.StartWith($"{rejected} Two: rejected: ").And.Contain("no reason"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Watch_unknown_id_is_reported_and_others_are_watched(bool isTerminal)
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Running);
        server.Videos.SetProgress(id, AuroraVideoProgress.ByRequests(runningSteps: 1));
        var session = new Session { IsTerminal = isTerminal, Width = 120 };

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{Unknown}", $"{id}"), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.Error, Is.EqualTo($"aurora: 1 of 2 ids not found:\n{Unknown}\n1 done, 1 not found\n"));
        Assert.That(session.OutputLines[^1], Does.Contain("done").And.Contain("100"));
    }

    [Test]
    public async Task Watch_deleted_video_is_reported()
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Running);
        server.EnqueueFaults(AuroraFault.Header("X-Nothing", "new"));
        server.InjectFaultWhen(_ => true, AuroraFault.Body("[]"), int.MaxValue);
        var session = new Session();

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{id}"), Is.EqualTo(ExitCode.Failed));

        Assert.That(session.OutputLines, Has.Length.EqualTo(1));
        Assert.That(session.Error, Is.EqualTo($"aurora: 1 of 1 ids not found:\n{id}\n1 not found\n"));
        Assert.That(server.RequestCount, Is.EqualTo(2));
    }

    [Test]
    public async Task Watch_ndjson_writes_object_for_each_change()
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Running, video => video["progress"] = 0.25);
        server.Videos.SetProgress(id, AuroraVideoProgress.ByRequests(runningSteps: 1));
        var session = new Session();

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{id}", "--output", "ndjson"), Is.Zero);

        var changes = session.OutputLines.Select(JObject.Parse).ToList();
        Assert.That(
            changes.Select(change => string.Join(' ', change.Properties().Select(property => property.Name))),
            Is.All.EqualTo("at id previous status progress video"));
        Assert.That(
            changes.Select(change => ((string?)change["previous"], (string?)change["status"])),
            Is.EqualTo(new[] { ((string?)null, "running"), ("running", "done") }));
        Assert.That((string?)changes[^1]["video"]!["video_output"], Does.StartWith("https://"));
        Assert.That((double)changes[^1]["progress"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Watch_json_writes_document_at_the_end()
    {
        using var server = Account.Empty();
        var done = server.Videos.Add(AuroraStatus.Done);
        var failed = server.Videos.Add(AuroraStatus.Failed);
        var session = new Session();

        string[] args = [$"{done}", $"{Unknown}", $"{failed}", "--output", "json"];
        await Assert.ThatAsync(() => WatchAsync(session, server, args), Is.EqualTo(ExitCode.Failed));

        var document = JObject.Parse(session.Output);
        Assert.That(
            document.Properties().Select(property => property.Name),
            Is.EqualTo(new[] { "done", "failed", "rejected", "not_found", "videos" }));
        Assert.That(document["videos"]!.Select(video => (string?)video["id"]), Is.EqualTo(new[] { $"{done}", $"{failed}" }));
        Assert.That(document["not_found"]!.Single().ToString(), Is.EqualTo($"{Unknown}"));
        Assert.That((int)document["failed"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Watch_api_error_shows_current_state()
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Running);
        server.EnqueueFaults(AuroraFault.Header("X-Nothing", "new"), AuroraFault.Status(HttpStatusCode.BadRequest, "Out of order."));
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{id}"), Is.EqualTo(ExitCode.Network));

        Assert.That(session.OutputLines[^1], Does.Contain("running"));
        Assert.That(session.Error, Does.Match(@"^1 unfinished\naurora: .*Out of order\."));
    }

    [Test]
    public async Task Watch_transient_errors_are_retried()
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Running);
        server.Videos.SetProgress(id, AuroraVideoProgress.ByRequests(runningSteps: 1));
        server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.Zero), AuroraFault.Reset());
        var session = new Session();

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{id}"), Is.Zero);

        server.AssertAllFaultsUsed();
    }

    [TestCase("TERM", "dumb", false)]
    [TestCase("NO_COLOR", "1", true)]
    public async Task Watch_terminal_without_color_writes_no_colors(string variable, string value, bool moves)
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Done);
        var session = new Session { IsTerminal = true }.With(variable, value);

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{id}"), Is.Zero);

        Assert.That(session.Output, Does.Not.Match(@"\e\[[\d;]*m"));
        Assert.That(session.Output.Contains('\e'), Is.EqualTo(moves));
    }

    [Test]
    public async Task Watch_drift_during_live_table_is_reported_afterwards()
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Done, video => video["shade"] = "blue");
        var session = new Session { IsTerminal = true };

        await Assert.ThatAsync(() => WatchAsync(session, server, $"{id}"), Is.Zero);

        Assert.That(session.Error, Does.Match(@"^aurora: .*document: .*shade.*\n1 done\n$"));
    }

    [Test]
    public async Task Watch_canceled_reports_unfinished_videos()
    {
        using var server = Account.Empty();
        var ids = new[] { server.Videos.Add(AuroraStatus.Done), server.Videos.Add(AuroraStatus.Running) };
        using var interrupt = new CancellationTokenSource();
        var session = new Session { IsTerminal = true }.WithKeysOf(server);

        string[] args = ["watch", "--interval", "100ms", "--base-url", $"{server.BaseAddress}", .. ids.Select(id => $"{id}")];
        var watching = session.RunAsync(interrupt.Token, args);
        await server.WaitForRequestsAsync(3);
        await interrupt.CancelAsync();

        await Assert.ThatAsync(() => watching, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(session.Error, Does.Match(@"^1 done, 1 unfinished\naurora: .*interrupted.* 1 of 2 videos unfinished\.\n$"));
        Assert.That(session.OutputLines[^1], Does.Contain("running"));
        var hidden = session.Output.LastIndexOf("\e[?25l", StringComparison.Ordinal);
        Assert.That(session.Output.LastIndexOf("\e[?25h", StringComparison.Ordinal), Is.GreaterThan(hidden));
    }

    [TestCase("50ms")]
    [TestCase("2h")]
    [TestCase("often")]
    public async Task Watch_invalid_interval_returns_usage(string interval)
    {
        var session = new Session();

        await Assert.ThatAsync(() => session.RunAsync("watch", "--demo", "--interval", interval), Is.EqualTo(ExitCode.Usage));

        Assert.That(session.Error, Does.StartWith($"aurora: '{interval}'").And.Contain("--interval").And.Contain("from 100ms to 1h"));
    }

    private static Task<int> WatchAsync(Session session, AuroraServer server, params string[] args) =>
        session.RunAsync(server, "watch", ["--interval", "100ms", .. args]);
}
