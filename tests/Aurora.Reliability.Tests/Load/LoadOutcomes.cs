using System.Collections.Concurrent;

namespace Aurora.Reliability.Tests.Load;

/// <summary>How the calls ended, counted, and how long they took; in memory that does not grow with their number.</summary>
internal sealed class LoadOutcomes
{
    private const int LongestMilliseconds = 100_000;

    private readonly ConcurrentDictionary<(string Call, string Outcome), int> _counts = [];
    private readonly ConcurrentQueue<string> _broken = [];
    private readonly int[] _durations = new int[LongestMilliseconds + 1];
    private int _brokenCount;

    /// <summary>The first of the calls that did not end as promised.</summary>
    public IReadOnlyCollection<string> Broken => _broken;

    public int BrokenCount => _brokenCount;

    public int Count => _counts.Values.Sum();

    public IEnumerable<(string Call, string Outcome, int Count)> Rows => _counts.Select(pair => (pair.Key.Call, pair.Key.Outcome, pair.Value));

    public int Of(string outcome) => Rows.Where(row => row.Outcome == outcome).Sum(row => row.Count);

    public void Add((string Call, string Outcome, bool IsPromised) ended, TimeSpan duration)
    {
        _counts.AddOrUpdate((ended.Call, ended.Outcome), 1, static (_, count) => count + 1);
        Interlocked.Increment(ref _durations[Math.Min(LongestMilliseconds, (int)duration.TotalMilliseconds)]);
        if (!ended.IsPromised && Interlocked.Increment(ref _brokenCount) <= 10)
            _broken.Enqueue($"{ended.Call}: {ended.Outcome}");
    }

    /// <summary>Within how many milliseconds this share of the calls had ended.</summary>
    public int Percentile(double share)
    {
        var rest = (long)(Count * share);
        return Array.FindIndex(_durations, count => (rest -= count) < 0);
    }
}
