using System.Collections.Concurrent;

namespace Aurora.Reliability.Tests.Load;

/// <summary>Counts the outcomes and the durations of calls. The memory does not grow with the number of calls.</summary>
internal sealed class LoadOutcomes
{
    /// <summary>The outcome of a call that returns the correct result.</summary>
    public const string Correct = "correct";

    private const int MaxMilliseconds = 100_000;

    private readonly ConcurrentDictionary<(string Call, string Outcome), int> _counts = [];
    private readonly ConcurrentQueue<string> _unexpected = [];
    private readonly int[] _durations = new int[MaxMilliseconds + 1];
    private int _unexpectedCount;

    /// <summary>Gets the first calls with an outcome that is not allowed.</summary>
    public IReadOnlyCollection<string> Unexpected => _unexpected;

    public int UnexpectedCount => _unexpectedCount;

    public int Count => _counts.Values.Sum();

    public IEnumerable<(string Call, string Outcome, int Count)> Rows => _counts.Select(pair => (pair.Key.Call, pair.Key.Outcome, pair.Value));

    public int Of(string outcome) => Rows.Where(row => row.Outcome == outcome).Sum(row => row.Count);

    public void Add((string Call, string Outcome, bool IsAllowed) result, TimeSpan duration)
    {
        _counts.AddOrUpdate((result.Call, result.Outcome), 1, static (_, count) => count + 1);
        Interlocked.Increment(ref _durations[Math.Min(MaxMilliseconds, (int)duration.TotalMilliseconds)]);
        if (!result.IsAllowed && Interlocked.Increment(ref _unexpectedCount) <= 10)
            _unexpected.Enqueue($"{result.Call}: {result.Outcome}");
    }

    /// <summary>Returns a percentile of the durations in milliseconds.</summary>
    /// <param name="percentile">The percentile, from 0 to 1.</param>
    public int Percentile(double percentile)
    {
        var rest = (long)(Count * percentile);
        return Array.FindIndex(_durations, count => (rest -= count) < 0);
    }
}
