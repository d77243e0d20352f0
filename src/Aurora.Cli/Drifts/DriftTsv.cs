namespace Aurora.Cli.Drifts;

/// <summary>Writes a report as tab-separated values.</summary>
internal static class DriftTsv
{
    private static readonly string Header = string.Join('\t', "KIND", "PATH", "COUNT", "VIDEOS", "EXAMPLE");

    public static void Write(DriftReport report, TextWriter output)
    {
        output.WriteLine(Header);
        foreach (var row in report.Drifts)
            output.WriteLine(Line(row));
    }

    private static string Line(DriftRow row) =>
        string.Join('\t', row.Kind, row.Path, DriftText.Number(row.Count), DriftText.Number(row.Videos), row.Example ?? DriftText.None);
}
