using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using CliWrap;

namespace Aurora.Packaging.Tests.Processes;

/// <summary>A program that runs until the test stops it. It is killed when this object is disposed.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly CancellationTokenSource _limit = new(ChildProcess.Limit);
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _printed = new();
    private readonly StringBuilder _error = new();
    private readonly CommandTask<CommandResult> _run;
    private readonly Task _end;

    public RunningProgram(Command command)
    {
        _run = command
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line => _lines.Writer.TryWrite(line)))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(_error))
            .ExecuteAsync(_limit.Token);
        _end = _run.Task.ContinueWith(_ => _lines.Writer.TryComplete(), TaskScheduler.Default);
    }

    /// <summary>Waits for an output line that matches a pattern. The test fails if the program exits first.</summary>
    public async Task<Match> PrintedAsync(Regex pattern)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            _printed.AppendLine(line);
            if (pattern.Match(line) is { Success: true } match)
                return match;
        }

        throw new AssertionException($"The program exited before it printed a line that matches {pattern}.\n{_printed}{_error}");
    }

    /// <summary>Sends SIGTERM and returns the exit code.</summary>
    public Task<int> TerminateAsync() => SignalAsync("TERM");

    /// <summary>Sends SIGINT, like Ctrl+C, and returns the exit code.</summary>
    public Task<int> InterruptAsync() => SignalAsync("INT");

    public async ValueTask DisposeAsync()
    {
        await _limit.CancelAsync();
        await _end;
        _run.Dispose();
        _limit.Dispose();
    }

    private async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_run.ProcessId}"]);
        return (await _run).ExitCode;
    }
}
