using System.Collections.Concurrent;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Every fault on the first, the second and the last attempt of every method, and what is left behind by all of them.</summary>
internal sealed class FaultMatrix
{
    public const int LastAttempt = 4;

    // They wait more than they work.
    private const int AtATime = 16;

    private readonly ConcurrentDictionary<(string Fault, string Method, int Attempt), string> _outcomes = new();
    private readonly ConcurrentBag<Exception> _unobserved = [];

    public static IReadOnlyList<int> Attempts { get; } = [1, 2, LastAttempt];

    public static IReadOnlyList<Fault> Faults { get; } = [.. ConnectionFaults.All, .. ProtocolFaults.All, .. StatusFaults.All];

    /// <summary>Exceptions of tasks that nobody asked about.</summary>
    public IReadOnlyCollection<Exception> Unobserved => _unobserved;

    /// <summary>How many sockets this process has more than before.</summary>
    public int SocketsLeft { get; private set; }

    public static async Task<FaultMatrix> RunAsync(CancellationToken cancellationToken = default)
    {
        var matrix = new FaultMatrix();
        // One of the faults has a socket of its own, for as long as the process lives.
        var cells = Cells().ToList();
        var sockets = OpenSockets.Count();
        TaskScheduler.UnobservedTaskException += matrix.Keep;
        try
        {
            await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, (cell, _) => matrix.RunAsync(cell.Fault, cell.Method, cell.Attempt));
            for (var turn = 0; turn < 3; turn++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= matrix.Keep;
        }

        matrix.SocketsLeft = OpenSockets.Count() - sockets;
        return matrix;
    }

    /// <summary>What came of a fault on each attempt of a method.</summary>
    public string Outcome(string fault, string method) => CellOutcome.Of([.. Attempts.Select(attempt => Outcome(fault, method, attempt))]);

    public string Outcome(string fault, string method, int attempt) => _outcomes[(fault, method, attempt)];

    private static IEnumerable<(Fault Fault, CalledMethod Method, int Attempt)> Cells() =>
        from fault in Faults from method in CalledMethod.All from attempt in Attempts select (fault, method, attempt);

    private async ValueTask RunAsync(Fault fault, CalledMethod method, int attempt)
    {
        await using var cell = new FaultCell(fault, method, attempt);
        try
        {
            _outcomes[(fault.Name, method.Name, attempt)] = await cell.RunAsync();
        }
        catch (Exception exception)
        {
            // The table is to show it where it belongs.
            _outcomes[(fault.Name, method.Name, attempt)] = exception.GetType().Name + ": " + exception.Message;
        }
    }

    private void Keep(object? sender, UnobservedTaskExceptionEventArgs unobserved) => _unobserved.Add(unobserved.Exception);
}
