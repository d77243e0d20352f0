using Aurora.Cli.Terminals;

namespace Aurora.Cli.Drifts;

/// <summary>A report for a person: a line for each row, the path cut to what the width leaves.</summary>
internal static class DriftTable
{
    private const int LeastPath = 12;

    private static readonly TextTable Table = new(["KIND", "PATH", "COUNT", "VIDEOS", "EXAMPLE"], ["COUNT", "VIDEOS"], cutColumn: 1, LeastPath);

    public static void Write(DriftReport report, TextWriter output, int width, bool hasColor)
    {
        if (report.Drifts.Count > 0)
            Table.Write([.. report.Drifts.Select(row => Cells(row, report.Videos))], output, width, hasColor);
    }

    private static string[] Cells(DriftRow row, long videos) =>
        [row.Kind, row.Path, DriftText.Number(row.Count), DriftText.Share(row, videos), row.Example ?? DriftText.None];
}
