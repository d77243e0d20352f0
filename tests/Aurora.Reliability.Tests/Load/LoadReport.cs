using Aurora.Client;

namespace Aurora.Reliability.Tests.Load;

/// <summary>What a run has shown.</summary>
/// <param name="Outcomes">How the calls ended.</param>
/// <param name="HeapAtPoints">The live heap after each round, all callers at rest.</param>
/// <param name="Requests">How many requests the client made.</param>
/// <param name="Retries">How many of them were made again.</param>
/// <param name="PeakConnections">How many connections the client had at the same time.</param>
/// <param name="PeakAtServer">The same as the server saw it, which learns of a closed one later.</param>
/// <param name="LeftConnections">How many were open after the client's end.</param>
/// <param name="LeftTimers">How many timers more there were after the end of client and server than before their start.</param>
/// <param name="Unobserved">The exceptions that nobody looked at.</param>
internal sealed record LoadReport(
    LoadOutcomes Outcomes, IReadOnlyList<long> HeapAtPoints, long Requests, long Retries, long PeakConnections, int PeakAtServer, long LeftConnections, long LeftTimers, IReadOnlyCollection<string> Unobserved)
{
    // What pools and the runtime's own tables come and go by.
    private const long HeapNoise = 4 * 1024 * 1024;

    /// <summary>Which promises were broken: none, if all is well.</summary>
    public IEnumerable<string> Broken() => new (bool IsBroken, string What)[]
    {
        (Outcomes.BrokenCount > 0, $"{Outcomes.BrokenCount} calls ended in neither an answer nor a documented exception: {string.Join("; ", Outcomes.Broken)}"),
        (PeakConnections > WireHandler.MaxConnections, $"{PeakConnections} connections at the same time, where {WireHandler.MaxConnections} are promised"),
        (HeapGrowth > HeapNoise, $"the live heap grew by {HeapGrowth / 1024:N0} KiB after the first round"),
        (LeftConnections != 0, $"{LeftConnections} connections were open after the client's end"),
        (LeftTimers > 0, $"{LeftTimers} timers were left"),
        (Unobserved.Count > 0, $"{Unobserved.Count} exceptions were not observed: {string.Join("\n", Unobserved.Take(3))}"),
    }.Where(promise => promise.IsBroken).Select(promise => promise.What);

    public void Print(TextWriter output)
    {
        foreach (var call in Outcomes.Rows.GroupBy(row => row.Call).OrderBy(rows => rows.Key, StringComparer.Ordinal))
            output.WriteLine($"{call.Key,-16} {call.Sum(row => row.Count),8:N0}  {string.Join(", ", call.OrderByDescending(row => row.Count).Select(row => $"{row.Outcome} {row.Count:N0}"))}");
        output.WriteLine($"calls {Outcomes.Count:N0}, requests {Requests:N0}, of them retries {Retries:N0}");
        output.WriteLine($"connections at most {PeakConnections} (the server saw {PeakAtServer}), {LeftConnections} after the end");
        output.WriteLine($"live heap in KiB after each round: {string.Join(" ", HeapAtPoints.Select(bytes => $"{bytes / 1024:N0}"))}");
        output.WriteLine($"timers left {Math.Max(0, LeftTimers)}, unobserved exceptions {Unobserved.Count}");
        output.WriteLine($"half of the calls within {Outcomes.Percentile(0.5)} ms, 99 of 100 within {Outcomes.Percentile(0.99)} ms");
        foreach (var broken in Broken())
            output.WriteLine($"BROKEN: {broken}");
    }

    /// <summary>The least of the later rounds against the first: pools may be fuller in one round or another, but what is kept never goes away.</summary>
    private long HeapGrowth => HeapAtPoints.Skip(1 + (HeapAtPoints.Count / 2)).DefaultIfEmpty(0).Min() - HeapAtPoints[0];
}
