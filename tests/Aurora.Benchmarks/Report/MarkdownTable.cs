using Aurora.Benchmarks.Peers;

namespace Aurora.Benchmarks.Report;

/// <summary>Writes the table at the end of a run.</summary>
internal static class MarkdownTable
{
    private static readonly IReadOnlyList<string> Peers = [.. PeerNames.Calls.Where(peer => peer != PeerNames.Aurora)];

    public static string Of(IEnumerable<Row> rows)
    {
        string[] header = ["what", PeerNames.Aurora, Comparison.BestPeer, .. Peers, "ratio", "goal met"];
        return string.Concat(new[] { header, [.. header.Select(_ => "---")] }.Concat(rows.Select(Cells)).Select(cells => $"| {string.Join(" | ", cells)} |\n"));
    }

    private static string[] Cells(Row row) =>
        [row.What, Figure(row, PeerNames.Aurora), row.BestPeer, .. Peers.Select(peer => Figure(row, peer)), string.Join("<br>", row.Verdicts.Select(verdict => verdict.Text)), row.Met];

    private static string Figure(Row row, string peer) => row.Figures.GetValueOrDefault(peer, "");
}
