using Aurora.Client;

namespace Aurora.Reliability.Tests.Load;

/// <summary>The results of a run.</summary>
/// <param name="Outcomes">The outcomes of the calls.</param>
/// <param name="HeapAfterRounds">The size of the live heap after each round.</param>
/// <param name="Requests">The number of requests.</param>
/// <param name="Retries">The number of retries.</param>
/// <param name="PeakConnections">The maximum number of open connections of the client.</param>
/// <param name="PeakAtServer">The maximum number of open connections of the server, which detects a closed connection later.</param>
/// <param name="LeakedConnections">The number of connections that were open after the client was disposed.</param>
/// <param name="LeakedTimers">The number of timers that were active after the client and the server were disposed.</param>
/// <param name="Unobserved">The unobserved task exceptions.</param>
internal sealed record LoadReport(
    LoadOutcomes Outcomes,
    IReadOnlyList<long> HeapAfterRounds,
    long Requests,
    long Retries,
    long PeakConnections,
    int PeakAtServer,
    long LeakedConnections,
    long LeakedTimers,
    IReadOnlyCollection<string> Unobserved)
{
    // The variation due to pools and the runtime.
    private const long HeapTolerance = 4 * 1024 * 1024;

    /// <summary>Returns the failed checks.</summary>
    public IEnumerable<string> Failures() => new (bool IsFailed, string Message)[]
    {
        (Outcomes.UnexpectedCount > 0, $"{Outcomes.UnexpectedCount} calls had an unexpected outcome: {string.Join("; ", Outcomes.Unexpected)}"),
        (PeakConnections > WireHandler.MaxConnections, $"{PeakConnections} connections were open, but at most {WireHandler.MaxConnections} are allowed"),
        (HeapGrowth > HeapTolerance, $"the live heap grew by {HeapGrowth / 1024:N0} KiB after the first round"),
        (LeakedConnections != 0, $"{LeakedConnections} connections were open after the client was disposed"),
        (LeakedTimers > 0, $"{LeakedTimers} timers were active after the run"),
        (Unobserved.Count > 0, $"{Unobserved.Count} task exceptions were not observed: {string.Join("\n", Unobserved.Take(3))}"),
    }.Where(check => check.IsFailed).Select(check => check.Message);

    public void Print(TextWriter output)
    {
        foreach (var call in Outcomes.Rows.GroupBy(row => row.Call).OrderBy(rows => rows.Key, StringComparer.Ordinal))
        {
            var outcomes = call.OrderByDescending(row => row.Count).Select(row => $"{row.Outcome} {row.Count:N0}");
            output.WriteLine($"{call.Key,-16} {call.Sum(row => row.Count),8:N0}  {string.Join(", ", outcomes)}");
        }

        output.WriteLine($"calls: {Outcomes.Count:N0}, requests: {Requests:N0}, retries: {Retries:N0}");
        output.WriteLine($"open connections: at most {PeakConnections} at the client, {PeakAtServer} at the server, {LeakedConnections} after the run");
        output.WriteLine($"live heap after each round in KiB: {string.Join(" ", HeapAfterRounds.Select(bytes => $"{bytes / 1024:N0}"))}");
        output.WriteLine($"timers after the run: {Math.Max(0, LeakedTimers)}, unobserved task exceptions: {Unobserved.Count}");
        output.WriteLine($"duration of a call: median {Outcomes.Percentile(0.5)} ms, 99th percentile {Outcomes.Percentile(0.99)} ms");
        foreach (var failure in Failures())
            output.WriteLine($"FAILED: {failure}");
    }

    // The minimum of the later rounds excludes temporary growth of pools.
    private long HeapGrowth => HeapAfterRounds.Skip(1 + (HeapAfterRounds.Count / 2)).DefaultIfEmpty(0).Min() - HeapAfterRounds[0];
}
