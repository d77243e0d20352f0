using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Aurora.Cli.Tests.EndToEnd;

/// <summary>Runs the tool in a terminal. The last line on the screen is <c>EXIT</c> and the exit code.</summary>
internal sealed class Tmux : IAsyncDisposable
{
    private const string Program = "/usr/bin/tmux";

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly string _socket = $"aurora-{Guid.NewGuid():N}";

    private Tmux()
    {
    }

    /// <param name="columns">The width of the terminal.</param>
    /// <param name="lines">The height of the terminal.</param>
    /// <param name="args">The arguments of the tool, which must not require quoting.</param>
    /// <param name="variables">Additional environment variables.</param>
    public static async Task<Tmux> StartAsync(int columns, int lines, string[] args, params (string Name, string Value)[] variables)
    {
        Assume.That(File.Exists(Program), "This test requires tmux.");
        var tmux = new Tmux();
        var command = $"dotnet '{ToolProcess.ToolPath}' {string.Join(' ', args)}; echo EXIT $?; exec cat";
        await tmux.RunAsync(["-f", "/dev/null", "new-session", "-d", "-x", $"{columns}", "-y", $"{lines}", command], variables);
        return tmux;
    }

    /// <summary>Returns the text on the screen, with or without colors.</summary>
    public Task<string> ScreenAsync(bool hasColor = false) => RunAsync(hasColor ? ["capture-pane", "-p", "-e"] : ["capture-pane", "-p"]);

    /// <summary>Waits until the screen matches the pattern, and returns the screen.</summary>
    public async Task<string> WaitForAsync(string pattern, bool hasColor = false)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var screen = await ScreenAsync();
            if (Regex.IsMatch(screen, pattern))
                return hasColor ? await ScreenAsync(hasColor: true) : screen;
            Assert.That(watch.Elapsed, Is.LessThan(Timeout), $"The screen did not match {pattern}:\n{screen}");
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
