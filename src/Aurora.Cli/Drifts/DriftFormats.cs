using System.Text.Json.Serialization;

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
        string.Join('\t', row.Kind, row.Path, DriftText.Number(row.Count), DriftText.Number(row.Videos), row.Example ?? VideoText.None);
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
        [row.Kind, row.Path, DriftText.Number(row.Count), DriftText.Share(row, videos), row.Example ?? VideoText.None];
}

/// <summary>The names of the kinds of drift in the output.</summary>
internal static class DriftKind
{
    /// <summary>The API does not apply a query parameter as documented.</summary>
    public const string Parameter = "parameter";

    public static string Of(SchemaDriftKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}

/// <summary>Formats the texts and numbers of a report. The culture has no effect.</summary>
internal static class DriftText
{
    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? VideoText.None;

    /// <summary>Returns a whole percentage, rounded down, so that 100% means all videos.</summary>
    public static string Share(DriftRow row, long videos) => row.Videos is not { } affected || videos == 0
        ? VideoText.None
        : affected * 100 / videos is 0 ? "<1%" : $"{Number(affected * 100 / videos)}%";

    public static string Summary(DriftReport report) => report switch
    {
        { Videos: 0, Places: 0 } => "The account has no videos, so nothing was checked.",
        { Places: 0 } => $"Read {Count(report.Videos, "video")}. Found no drift.",
        { LeftOut.Count: > 0 } => Found(report, "more than "),
        _ => Found(report, ""),
    };

    public static string Describe(OmittedDrift omitted, DriftReport report) =>
        $"Omitted {Count(omitted.Count, "place")} with {omitted.Kind}. "
        + $"Only the first {Number(report.Drifts.Count(row => row.Kind == omitted.Kind))} paths of each kind are listed.";

    private static string Found(DriftReport report, string atLeast) =>
        $"Read {Count(report.Videos, "video")}. Found {atLeast}{Count(report.Drifts.Count, "kind")} of drift in {Count(report.Places, "place")}.";

    private static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";
}
