using System.Globalization;
using Aurora.Client;

namespace Aurora.Cli.Drift;

/// <summary>What became of a check.</summary>
/// <param name="Address">Who was asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Videos">How many videos were read.</param>
/// <param name="Rows">What departs from the document, the most frequent first.</param>
/// <param name="LeftOut">How many departures have no row, because there are too many kinds.</param>
internal sealed record DriftReport(Uri Address, DateTimeOffset AskedAt, long Videos, IReadOnlyList<DriftRow> Rows, long LeftOut)
{
    public bool HasDrift => Rows.Count > 0;

    public string Summary => Rows.Count == 0
        ? $"{Number(Videos, "video")} read, no drift: the answers are as the document has them ({AuroraClient.Specification})."
        : $"{Number(Videos, "video")} read; {Number(Rows.Count, "kind")} of drift in {Number(Rows.Sum(row => row.Count) + LeftOut, "place")}.";

    private static string Number(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
