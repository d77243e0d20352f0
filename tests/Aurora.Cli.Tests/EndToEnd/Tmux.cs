using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>A terminal in which the tool runs, and somebody who looks at it and types. The last line is <c>EXIT</c> and the exit code.</summary>
internal sealed class Tmux : IAsyncDisposable
{
    private const string Program = "/usr/bin/tmux";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _socket = $"aurora-{Guid.NewGuid():N}";

    private Tmux()
    {
    }

    /// <param name="columns">How wide it is.</param>
    /// <param name="lines">How high it is.</param>
    /// <param name="args">Arguments of the tool, none of which a shell would change.</param>
    /// <param name="variables">What its environment has beside the usual.</param>
    public static async Task<Tmux> StartAsync(int columns, int lines, string[] args, params (string Name, string Value)[] variables)
    {
        Assume.That(File.Exists(Program), "It takes tmux to have a terminal here.");
        var tmux = new Tmux();
        var command = $"dotnet '{ToolProcess.ToolPath}' {string.Join(' ', args)}; echo EXIT $?; exec cat";
        await tmux.RunAsync(["-f", "/dev/null", "new-session", "-d", "-x", $"{columns}", "-y", $"{lines}", command], variables);
        return tmux;
    }

    /// <summary>What is on the screen: the text alone, or with its colours.</summary>
    public Task<string> ScreenAsync(bool hasColor = false) => RunAsync(hasColor ? ["capture-pane", "-p", "-e"] : ["capture-pane", "-p"]);

    /// <summary>Waits until the screen shows this, and returns it.</summary>
    public async Task<string> WaitForAsync(string pattern, bool hasColor = false)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var screen = await ScreenAsync();
            if (Regex.IsMatch(screen, pattern))
                return hasColor ? await ScreenAsync(hasColor: true) : screen;
            Assert.That(watch.Elapsed, Is.LessThan(Patience), $"The screen never showed {pattern}, but:\n{screen}");
        }
    }

    public Task TypeAsync(string key) => RunAsync(["send-keys", key]);

    public Task ResizeAsync(int columns, int lines) => RunAsync(["resize-window", "-x", $"{columns}", "-y", $"{lines}"]);

    public async Task<bool> HasCursorAsync() => (await RunAsync(["display-message", "-p", "#{cursor_flag}"])).Trim() == "1";

    public async ValueTask DisposeAsync() => await RunAsync(["kill-server"]);

    private async Task<string> RunAsync(string[] args, params (string Name, string Value)[] variables)
    {
        var result = await ToolProcess.RunProgramAsync(Program, ["-u", "-L", _socket, .. args], [("LC_ALL", "C.UTF-8"), .. variables]);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        return result.Output;
    }
}
