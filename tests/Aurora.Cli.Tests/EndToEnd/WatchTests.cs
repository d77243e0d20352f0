using System.Text.RegularExpressions;
using Aurora.Client;
using Aurora.Testing;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Tests <c>aurora watch</c> in a terminal and in a pipe.</summary>
[TestFixture]
[Platform("Linux")]
public sealed class WatchTests
{
    private const string Header = "ID +NAME +STATUS +PROGRESS +% +ELAPSED +TIME LEFT";

    [Test]
    public async Task Watch_terminal_updates_table_and_keeps_it()
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Running, video => (video["name"], video["progress"]) = ("Spring launch", 0.25));
        await using var tmux = await StartAsync(server, 120, 30);

        await tmux.WaitForAsync($@"{Header}\s+\w{{8}}  Spring launch  running +█+░+ +25 ");
        Assert.That(await tmux.HasCursorAsync(), Is.False);
        server.Videos.Update(id, video => video["progress"] = 0.75);
        await tmux.WaitForAsync(@"Spring launch  running +█+░+ +75 +\d+:\d\d +\d+:\d\d");
        server.Videos.Update(id, video => (video["status"], video["progress"]) = ("done", 1.0));
        var screen = await tmux.WaitForAsync("EXIT 0");

        Assert.That(screen, Does.Match($@"^{Header}\s+\w{{8}}  Spring launch  done +█+ +100 +\d+:\d\d +-\s+1 done\s+EXIT 0"));
        Assert.That(await tmux.HasCursorAsync(), Is.True);
    }

    [Test]
    public async Task Watch_interrupted_in_terminal_keeps_table_and_restores_cursor()
    {
        using var server = Account.Empty();
        server.Videos.Add(AuroraStatus.Running);
        await using var tmux = await StartAsync(server, 120, 30);
        await tmux.WaitForAsync("running +█");

        await tmux.TypeAsync("C-c");
        var screen = await tmux.WaitForAsync("EXIT 130");

        Assert.That(screen, Does.Match($@"^{Header}\s+\w{{8}} .* running .*\s+1 unfinished\s+aurora: "));
        Assert.That(screen, Does.Match(@"aurora: .*interrupted.*1 of 1 videos unfinished\.\s+EXIT 130"));
        Assert.That(await tmux.HasCursorAsync(), Is.True);
    }

    [Test]
    public async Task Watch_terminal_resized_redraws_table()
    {
        using var server = Account.Empty();
        foreach (var number in Enumerable.Range(1, 20))
            server.Videos.Add(AuroraStatus.Running, video => video["name"] = $"Video {number}");
        await using var tmux = await StartAsync(server, 120, 30);
        await tmux.WaitForAsync("Video 20  running");

        await tmux.ResizeAsync(90, 12);
        var small = await tmux.WaitForAsync(@"^ID .*\n(?s:.*)and 11 more\s*$");
        await tmux.ResizeAsync(110, 30);
        var large = await tmux.WaitForAsync("(?s)^ID .*Video 20 .*Video 1 ");

        Assert.That(Regex.Count(small, "running"), Is.EqualTo(9));
        Assert.That(Regex.Count(large, "running"), Is.EqualTo(20));
        Assert.That(Regex.Count(large, "STATUS"), Is.EqualTo(1));
    }

    [Test]
    public async Task Watch_api_error_keeps_table_and_returns_network()
    {
        using var server = Account.Empty();
        server.Videos.Add(AuroraStatus.Running);
        await using var tmux = await StartAsync(server, 120, 30);
        await tmux.WaitForAsync("running +█");

        server.InjectFaultWhen(_ => true, AuroraFault.Status(System.Net.HttpStatusCode.BadRequest, "Out of order."), int.MaxValue);
        var screen = await tmux.WaitForAsync("EXIT 4");

        Assert.That(screen, Does.Match($@"^{Header}\s+\w{{8}} .* running .*\s+1 unfinished\s+aurora: .*Out of order\."));
        Assert.That(await tmux.HasCursorAsync(), Is.True);
    }

    [Test]
    public async Task Watch_interrupted_in_pipe_has_written_each_change()
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Running, video => video["progress"] = 0.5);
        using var tool = ToolProcess.StartInterruptible(["watch", "--base-url", $"{server.BaseAddress}"], ToolProcess.KeysOf(server));
        using var lines = new StreamReader(tool.Output, leaveOpen: true);
        Assert.That(await lines.ReadLineAsync(), Does.Contain($"Z\t{id}\trunning\t50\t"));

        tool.Interrupt();
        var result = await tool.WaitForExitAsync();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(result.Error, Does.Match(@"^1 unfinished\naurora: .*interrupted.*1 of 1 videos unfinished\.\n$"));
    }

    [Test]
    public async Task Watch_demo_ends_when_all_videos_are_final()
    {
        var result = await ToolProcess.RunAsync(["watch", "--demo", "--output", "ndjson"]);

        var last = result.Lines.Select(Newtonsoft.Json.Linq.JObject.Parse)
            .GroupBy(change => (string)change["id"]!)
            .Select(changes => (string)changes.Last()["status"]!)
            .ToList();
        Assert.That(last, Is.All.AnyOf("done", "failed", "rejected"));
        Assert.That(last, Has.Member("done"));
        Assert.That(result.ExitCode, Is.EqualTo(last.TrueForAll(status => status == "done") ? ExitCode.Success : ExitCode.Failed));
    }

    private static Task<Tmux> StartAsync(AuroraServer server, int columns, int lines) =>
        Tmux.StartAsync(columns, lines, ["watch", "--interval", "100ms", "--base-url", $"{server.BaseAddress}"], ToolProcess.KeysOf(server));
}
