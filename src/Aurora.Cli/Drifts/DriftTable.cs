using Aurora.Cli.Terminals;

namespace Aurora.Cli.Drifts;

/// <summary>Writes a report as a table in which paths are truncated to fit the width.</summary>
internal static class DriftTable
{
    private const int MinPathWidth = 12;

    private static readonly TextTable Table =
        new(["KIND", "PATH", "COUNT", "VIDEOS", "EXAMPLE"], ["COUNT", "VIDEOS"], truncatedColumn: 1, MinPathWidth);

    public static void Write(DriftReport report, TextWriter output, int width, bool hasColor)
    {
        if (report.Drifts.Count > 0)
            Table.Write([.. report.Drifts.Select(row => Cells(row, report.Videos))], output, width, hasColor);
    }

    private static string[] Cells(DriftRow row, long videos) =>
        [row.Kind, row.Path, DriftText.Number(row.Count), DriftText.Share(row, videos), row.Example ?? DriftText.None];
}
