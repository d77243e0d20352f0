using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Running;

namespace Aurora.Benchmarks.Report;

/// <summary>A row of the table that compares the client with its peers.</summary>
/// <param name="What">The description of the measurement.</param>
/// <param name="Benchmark">The method of the benchmark.</param>
/// <param name="Figure">Selects a figure of the measurement.</param>
/// <param name="Format">Formats the figure.</param>
/// <param name="Goals">The peers, and the maximum ratio of the client's figure to theirs; null for no goal.</param>
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
