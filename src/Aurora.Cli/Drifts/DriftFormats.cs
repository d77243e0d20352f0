using System.Text.Json;
using System.Text.Json.Serialization;
using Aurora.Cli.Json;

namespace Aurora.Cli.Drifts;

/// <summary>Writes a report as one JSON document.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DriftReport))]
internal sealed partial class DriftJson : JsonSerializerContext
{
    public static void Write(DriftReport report, TextWriter output) =>
        output.WriteLine(JsonText.Of(json => JsonSerializer.Serialize(json, report, Default.DriftReport), isIndented: true));
}

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

/// <summary>The names of the kinds of drift in the output.</summary>
internal static class DriftKind
{
    /// <summary>The API does not apply a query parameter as documented.</summary>
    public const string Parameter = "parameter";

    public static string Of(SchemaDriftKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
