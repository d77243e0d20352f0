using System.Runtime.InteropServices;

namespace Aurora.Cli;

/// <summary>
/// Cancels the command on Ctrl+C and on SIGTERM. The process ends at the second signal, or one second after the first, because a command cannot
/// be canceled while it waits for a file.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.8);

    private readonly ToolConsole _console;
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration[] _signals;
    private readonly Timer _timer;

    public Interruption(ToolConsole console, CancellationToken cancellationToken)
    {
        _console = console;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _timer = new Timer(_ => End());
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive)];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _timer.Dispose();
        _source.Dispose();
    }

    private void Receive(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_source.IsCancellationRequested)
            Environment.Exit(ExitCode.Interrupted);
        try
        {
            _timer.Change(Patience, Timeout.InfiniteTimeSpan);
            _ = _source.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The command ended at the same moment.
        }
    }

    private void End()
    {
        _console.WriteMessage("aurora: The command was interrupted.");
        Environment.Exit(ExitCode.Interrupted);
    }
}
