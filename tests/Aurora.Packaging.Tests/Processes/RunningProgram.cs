using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using CliWrap;

namespace Aurora.Packaging.Tests.Processes;

/// <summary>A program that runs until it is told to end, which a test must do; otherwise it is killed.</summary>
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

    /// <summary>Waits for a line that matches, and fails where the program ends without one.</summary>
    public async Task<Match> PrintedAsync(Regex pattern)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            _printed.AppendLine(line);
            if (pattern.Match(line) is { Success: true } match)
                return match;
        }

        throw new AssertionException($"It ended before it printed {pattern}.\n{_printed}{_error}");
    }

    /// <summary>Asks it to end, as a service manager does, and gives its exit code.</summary>
    public Task<int> TerminateAsync() => SignalAsync("TERM");

    /// <summary>Interrupts it, as Ctrl+C does, and gives its exit code.</summary>
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
