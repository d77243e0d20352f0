using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;

namespace Aurora.Benchmarks.Cold;

/// <summary>Compares the first calls of a new process, as a function, a job or a command line makes them.</summary>
/// <param name="What">The description of the measurement.</param>
/// <param name="Videos">The number of videos in each response.</param>
/// <param name="Calls">The number of calls, one after the other.</param>
internal sealed record FirstCalls(string What, int Videos, int Calls) : IProbe
{
    private const double Most = 1;
    private const int Processes = 15;
    private const int QuickProcesses = 9;

    public static FirstCalls One { get; } = new("first call of a new process, 100 videos", VideoFixture.Small, 1);

    public static FirstCalls Thirty { get; } = new("first 30 calls of a new process, 1,000 videos", VideoFixture.Medium, 30);

    public Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options)
    {
        var times = Peers.ToDictionary(peer => peer, _ => new List<ColdTimes>());
        for (var process = 0; process < (options.IsQuick ? QuickProcesses : Processes); process++)
        {
            foreach (var peer in Peers)
                times[peer].Add(ColdStart.Measure(peer, Videos, Calls));
        }

        return Task.FromResult<IReadOnlyList<Row>>([RowOf(What, times, time => time.Elapsed, Most), RowOf("… processor time", times, time => time.Processor, null)]);
    }

    private static IReadOnlyList<string> Peers { get; } = [.. PeerNames.Calls.Where(peer => peer != PeerNames.NoParsing)];

    private static Row RowOf(string what, Dictionary<string, List<ColdTimes>> times, Func<ColdTimes, double> figure, double? most)
    {
        var figures = times.ToDictionary(peer => peer.Key, peer => peer.Value.ConvertAll(time => figure(time)));
        var verdict = Verdict.OfRatios(figures[PeerNames.Aurora], figures[PeerNames.SystemTextJson], PeerNames.SystemTextJson, most);
        return Row.Of(what, figures.ToDictionary(peer => peer.Key, peer => Median.Of(peer.Value)), Figures.Time, verdict);
    }
}
