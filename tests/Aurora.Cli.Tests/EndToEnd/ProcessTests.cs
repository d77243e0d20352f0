using System.Net;
using System.Net.Sockets;
using Aurora.Client;
using Aurora.Testing;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Tests terminals, pipes and signals, which require a separate process.</summary>
[TestFixture]
public sealed class ProcessTests
{
    private const string Script = "/usr/bin/script";

    [TestCase("", true)]
    [TestCase("--no-color", false)]
    public async Task List_terminal_uses_colors_by_default(string option, bool isColored) =>
        Assert.That((await RunInTerminalAsync(option)).Contains("\e[32mdone", StringComparison.Ordinal), Is.EqualTo(isColored));

    // The runtime writes other escape sequences to a terminal, so only those for colors are checked.
    [TestCase("NO_COLOR", "1")]
    [TestCase("TERM", "dumb")]
    public async Task List_terminal_without_color_writes_no_colors(string variable, string value)
    {
        var shown = await RunInTerminalAsync("", (variable, value));

        Assert.That(shown, Does.Match("(?s)CREATED .* done .*24 videos"));
        Assert.That(shown, Does.Not.Match(@"\e\[[\d;]*m"));
    }

    [Test]
    public async Task List_closed_pipe_ends_silently()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 2000 });
        using var tool = ToolProcess.Start(server);

        // The output is larger than the buffer of a pipe, so the tool is still writing.
        await tool.Output.ReadExactlyAsync(new byte[10]);
        await tool.CloseOutputAsync();
        var result = await tool.WaitForExitAsync();

        Assert.That(result.Error, Is.Empty);
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    [Platform("Linux")]
    public async Task List_full_disk_returns_failed()
    {
        var command = $"dotnet '{ToolProcess.ToolPath}' list --demo --output json > /dev/full";

        var result = await ToolProcess.RunProgramAsync("/bin/sh", ["-c", command]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(result.Error, Does.Contain("written").And.Not.Contain("   at "));
    }

    [TestCase("list")]
    [TestCase("check")]
    [Platform("Linux")]
    public async Task Command_interrupted_returns_interrupted(string command)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var tool = ToolProcess.StartInterruptible(
            [command, "--base-url", $"http://{silent.LocalEndpoint}"],
            ("AURORA_API_ID", "the-api-id"),
            ("AURORA_API_KEY", "the-api-key"));
        using var accepted = await silent.AcceptTcpClientAsync();
        await accepted.GetStream().ReadExactlyAsync(new byte[10]);

        tool.Interrupt();
        var result = await tool.WaitForExitAsync();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted));
        Assert.That(result.Error, Does.Match("^aurora: .*interrupted.*\n$"));
    }

    [TestCase("INT", "login")]
    [TestCase("TERM", "login")]
    [TestCase("INT", "list", "--ids-file", "-")]
    [TestCase("TERM", "watch", "--ids-file", "-")]
    [TestCase("INT INT", "download", "--to", ".", "--ids-file", "-")]
    [Platform("Linux")]
    public async Task Command_interrupted_while_it_waits_for_input_ends(string signals, params string[] args)
    {
        using var tool = ToolProcess.StartInterruptible(args, ("AURORA_API_ID", "the-api-id"), ("AURORA_API_KEY", "the-api-key"));
        // More than a pipe holds, so the tool is reading once it is written.
        await tool.Input.WriteAsync(Enumerable.Repeat((byte)'#', 200_000).ToArray());

        tool.Signal(signals.Split(' '));
        var result = await tool.WaitForExitAsync();

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Interrupted));
        // At the second signal the process ends without a message, unless the command was faster.
        Assert.That(result.Error, Is.EqualTo("aurora: The command was interrupted.\n").Or.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task Login_interrupted_at_its_prompt_ends_and_restores_the_terminal()
    {
        await using var tmux = await Tmux.StartAsync(80, 24, ["login"]);
        await tmux.WaitForAsync("API ID:");

        await tmux.TypeAsync("C-c");
        await tmux.WaitForAsync("The command was interrupted\\.\\s+EXIT 130");
        await tmux.TypeAsync("visible");

        await tmux.WaitForAsync("visible");
        Assert.That(await tmux.HasCursorAsync(), Is.True);
    }

    [TestCase("ndjson")]
    [TestCase("table")]
    public async Task Watch_whose_reader_leaves_ends_at_the_next_write(string format)
    {
        using var server = Account.Empty();
        var id = server.Videos.Add(AuroraStatus.Running, video => video["progress"] = 0.25);
        using var tool = ToolProcess.Start(
            ["watch", "--interval", "100ms", "--output", format, "--base-url", $"{server.BaseAddress}"], ToolProcess.KeysOf(server));
        await tool.Output.ReadExactlyAsync(new byte[10]);
        await tool.CloseOutputAsync();
        server.Videos.Update(id, video => video["progress"] = 0.5);

        var result = await tool.WaitForExitAsync();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task List_closed_output_returns_failed_and_says_so()
    {
        var result = await ToolProcess.RunProgramAsync("/bin/sh", ["-c", $"dotnet '{ToolProcess.ToolPath}' list --demo >&-"]);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failed));
        Assert.That(result.Error, Does.EndWith("aurora: The output could not be written: Standard output is closed.\n"));
    }

    [Test]
    [Platform("Linux")]
    public async Task List_into_a_shared_file_overwrites_nothing()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "lists");
        var list = $"dotnet '{ToolProcess.ToolPath}' list --demo";

        await ToolProcess.RunProgramAsync("/bin/sh", ["-c", $"({list}; {list}) > '{file}'"]);

        Assert.That(File.ReadAllLines(file), Has.Length.EqualTo(50));
    }

    [TestCase("list", "")]
    [TestCase("watch", "no unfinished videos")]
    [TestCase("check", "no drift")]
    public async Task Command_without_demo_does_not_load_web_server(string command, string message)
    {
        using var server = AuroraServer.Start();
        foreach (var id in Account.IdsOf(server))
            server.Videos.Update(Guid.Parse(id), video => video["status"] = "done");
        using var copy = new ToolWithoutWebServer();

        string[] args = [copy.ToolPath, command, "--base-url", server.BaseAddress.ToString()];
        var account = await ToolProcess.RunProgramAsync("dotnet", args, ToolProcess.KeysOf(server));
        var demo = await ToolProcess.RunProgramAsync("dotnet", [copy.ToolPath, command, "--demo"]);

        Assert.That(account.Error, Does.Contain(message));
        Assert.That(account.ExitCode, Is.Zero);
        Assert.That(demo.ExitCode, Is.EqualTo(ExitCode.Failed), "The copy can still load the web server, so the test proves nothing.");
    }

    private static async Task<string> RunInTerminalAsync(string option, params (string Name, string Value)[] variables)
    {
        Assume.That(File.Exists(Script), "A terminal requires util-linux.");
        var command = $"dotnet '{ToolProcess.ToolPath}' list --demo {option}";
        var result = await ToolProcess.RunProgramAsync(Script, ["-qec", command, "/dev/null"], variables);
        Assert.That(result.ExitCode, Is.Zero);
        return result.Output;
    }
}
