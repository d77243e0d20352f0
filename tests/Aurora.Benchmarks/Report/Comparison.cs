using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Running;

namespace Aurora.Benchmarks.Report;

/// <summary>A line of the table that sets us beside the peers.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Benchmark">The benchmark's method.</param>
/// <param name="Figure">Which of its figures.</param>
/// <param name="Format">How that is written.</param>
/// <param name="Goals">How large a part of whose figure ours may be; null for no goal.</param>
internal sealed record Comparison(
    string What, string Benchmark, Func<Measurement, double> Figure, Func<double, string> Format, params (string Peer, double? Most)[] Goals)
{
    public const string BestPeer = "best peer";

    public Row Of(IReadOnlyList<IReadOnlyList<Measurement>> rounds)
    {
        var byPeer = rounds.SelectMany(round => round).Where(measured => measured.Benchmark == Benchmark)
            .GroupBy(measured => measured.Peer).ToDictionary(peer => peer.Key, peer => peer.Select(Figure).ToList());
        var medians = byPeer.ToDictionary(peer => peer.Key, peer => Median.Of(peer.Value));
        var best = medians.Where(peer => peer.Key is not (PeerNames.Aurora or PeerNames.NoParsing)).MinBy(peer => peer.Value).Key;
        return new Row(
            What, medians.ToDictionary(peer => peer.Key, peer => Format(peer.Value)), best,
            [.. Goals.Select(goal => Verdict.OfRatios(byPeer[PeerNames.Aurora], byPeer[goal.Peer == BestPeer ? best : goal.Peer], goal.Peer, goal.Most))]);
    }
}
