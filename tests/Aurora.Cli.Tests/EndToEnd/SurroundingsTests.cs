using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Aurora.Testing;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Terminals, pipes and signals, which only a real process meets.</summary>
internal sealed class SurroundingsTests
{
    private const string Script = "/usr/bin/script";

    [TestCase("", true)]
    [TestCase("--no-color", false)]
    public async Task List_inATerminal_isColoredUnlessAskedNotTo(string option, bool isColored) =>
        Assert.That((await InATerminalAsync(option)).Contains("\e[32mdone", StringComparison.Ordinal), Is.EqualTo(isColored));

    // The runtime itself tells a terminal how its keypad shall answer, so that not every escape is ours.
    [TestCase("NO_COLOR", "1")]
    [TestCase("TERM", "dumb")]
    public async Task List_inATerminalThatWantsNoColor_isPlain(string variable, string value)
    {
        var shown = await InATerminalAsync("", (variable, value));

        Assert.That(shown, Does.Match("(?s)CREATED .* done .*24 videos"));
        Assert.That(shown, Does.Not.Match(@"\e\[[\d;]*m"));
    }

    [Test]
    public async Task List_readerThatLeaves_endsWithoutAWord()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 2000 });
        using var tool = ToolProcess.Start(server);

        // More than a pipe holds, so that the tool is still writing.
        await tool.Output.ReadExactlyAsync(new byte[10]);
        await tool.LeaveAsync();
        var result = await tool.EndAsync();

        Assert.That(result.Error, Is.Empty);
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    [Platform("Linux")]
    public async Task List_fullDisk_fails()
    {
        var command = $"dotnet '{ToolProcess.ToolPath}' list --demo --output json > /dev/full";

        var result = await ToolProcess.RunProgramAsync("/bin/sh", ["-c", command]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(result.Error, Does.Contain("could not be written").And.Not.Contain("   at "));
    }

    [TestCase("list")]
    [TestCase("check")]
    [Platform("Linux")]
    public async Task Command_interrupted_endsWithinASecond(string command)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var tool = ToolProcess.StartInterruptible(
            [command, "--base-url", $"http://{silent.LocalEndpoint}"],
            ("AURORA_API_ID", "the-api-id"),
            ("AURORA_API_KEY", "the-api-key"));
        using var accepted = await silent.AcceptTcpClientAsync();
        await accepted.GetStream().ReadExactlyAsync(new byte[10]);

        var watch = Stopwatch.StartNew();
        tool.Interrupt();
        var result = await tool.EndAsync();

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(1)));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(result.Error.TrimEnd(), Is.EqualTo("aurora: interrupted"));
    }

    [TestCase("list", "")]
    [TestCase("watch", "There is nothing to watch: no video of the account is on its way.\n")]
    [TestCase("check", "24 videos read, no drift: the answers are as aurora.yaml has them.\n")]
    public async Task Command_withoutDemo_loadsNoWebServer(string command, string said)
    {
        using var server = AuroraServer.Start();
        foreach (var id in Account.IdsOf(server))
            server.Videos.Update(Guid.Parse(id), video => video["status"] = "done");
        using var copy = new ToolWithoutWebServer();

        string[] args = [copy.ToolPath, command, "--base-url", server.BaseAddress.ToString()];

        var account = await ToolProcess.RunProgramAsync("dotnet", args, ToolProcess.KeysOf(server));
        var demo = await ToolProcess.RunProgramAsync("dotnet", [copy.ToolPath, command, "--demo"]);

        Assert.That(account.Error, Is.EqualTo(said));
        Assert.That(account.ExitCode, Is.Zero);
        Assert.That(demo.ExitCode, Is.EqualTo(ExitCode.Failed), "The copy still has its web server, so that this test proves nothing.");
    }

    private static async Task<string> InATerminalAsync(string option, params (string Name, string Value)[] variables)
    {
        Assume.That(File.Exists(Script), "It takes util-linux to have a terminal here.");
        var command = $"dotnet '{ToolProcess.ToolPath}' list --demo {option}";
        var result = await ToolProcess.RunProgramAsync(Script, ["-qec", command, "/dev/null"], variables);
        Assert.That(result.ExitCode, Is.Zero);
        return result.Output;
    }
}
