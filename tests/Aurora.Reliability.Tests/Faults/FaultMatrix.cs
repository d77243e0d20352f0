using System.Collections.Concurrent;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Tests each fault on the first, the second and the last attempt of each method, and checks for leaks.</summary>
internal sealed class FaultMatrix
{
    public const int LastAttempt = 4;

    // The cells mostly wait.
    private const int Parallelism = 16;

    private readonly ConcurrentDictionary<(string Fault, string Method, int Attempt), string> _outcomes = new();
    private readonly ConcurrentBag<Exception> _unobserved = [];

    public static IReadOnlyList<int> Attempts { get; } = [1, 2, LastAttempt];

    public static IReadOnlyList<Fault> Faults { get; } = [.. ConnectionFaults.All, .. ProtocolFaults.All, .. StatusFaults.All];

    /// <summary>Gets the unobserved task exceptions.</summary>
    public IReadOnlyCollection<Exception> Unobserved => _unobserved;

    /// <summary>Gets the number of sockets that were not closed.</summary>
    public int LeakedSockets { get; private set; }

    public static async Task<FaultMatrix> RunAsync(CancellationToken cancellationToken = default)
    {
        var matrix = new FaultMatrix();
        // One of the faults keeps a socket open, which is created with the cells.
        var cells = Cells().ToList();
        var sockets = OpenSockets.Count();
        TaskScheduler.UnobservedTaskException += matrix.Keep;
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(cells, options, (cell, _) => matrix.RunAsync(cell.Fault, cell.Method, cell.Attempt));
            for (var round = 0; round < 3; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= matrix.Keep;
        }

        matrix.LeakedSockets = OpenSockets.Count() - sockets;
        return matrix;
    }

    /// <summary>Returns the combined outcome of a fault on each attempt of a method.</summary>
    public string Outcome(string fault, string method) => CellOutcome.Of([.. Attempts.Select(attempt => Outcome(fault, method, attempt))]);

    public string Outcome(string fault, string method, int attempt) => _outcomes[(fault, method, attempt)];

    private static IEnumerable<(Fault Fault, CalledMethod Method, int Attempt)> Cells() =>
        from fault in Faults from method in CalledMethod.All from attempt in Attempts select (fault, method, attempt);

    private async ValueTask RunAsync(Fault fault, CalledMethod method, int attempt)
    {
        using var cell = new FaultCell(fault, method, attempt);
        try
        {
            _outcomes[(fault.Name, method.Name, attempt)] = await cell.RunAsync();
        }
        catch (Exception exception)
        {
            // The table shows the exception in its cell.
            _outcomes[(fault.Name, method.Name, attempt)] = exception.GetType().Name + ": " + exception.Message;
        }
    }

    private void Keep(object? sender, UnobservedTaskExceptionEventArgs unobserved) => _unobserved.Add(unobserved.Exception);
}
