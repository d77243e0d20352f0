using Spectre.Console;

namespace Aurora.Cli.Downloads;

/// <summary>Writes the result for each video in the formats of <c>--output</c>.</summary>
internal static class DownloadOutput
{
    private static readonly string Header = string.Join('\t', "STATE", "ID", "BYTES", "PATH", "REASON");
    private static readonly string[] Columns = ["STATE", "ID", "SIZE", "FILE"];

    public static void WriteJson(IReadOnlyList<DownloadResult> results, TextWriter output) =>
        output.WriteLine(JsonText.Of(new JsonArray([.. results.Select(Json)]), isIndented: true));

    public static string Line(DownloadResult result) => JsonText.Of(Json(result), isIndented: false);

    public static void WriteTsv(IReadOnlyList<DownloadResult> results, TextWriter output)
    {
        output.WriteLine(Header);
        foreach (var result in results)
        {
            output.WriteLine(string.Join(
                '\t',
                result.StateName,
                result.Id,
                result.Bytes?.ToString(CultureInfo.InvariantCulture),
                result.Path,
                TerminalText.Sanitize(result.Reason ?? "")));
        }
    }

    /// <summary>Writes the results as a table without the reasons, which are on standard error.</summary>
    public static void WriteTable(IReadOnlyList<DownloadResult> results, TextWriter output, int width, bool hasColor)
    {
        if (results.Count == 0)
            return;
        var table = new TextTable(Columns, ["SIZE"], truncatedColumn: 3, minWidth: 12)
        {
            StyleOf = (row, header) => header == "STATE" ? new Style(ColorOf(results[row].State)) : Style.Plain,
        };
        table.Write([.. results.Select(Cells)], output, width, hasColor);
    }

    private static string[] Cells(DownloadResult result) =>
    [
        result.StateName,
        VideoText.ShortId(result.Id),
        result.Bytes is { } bytes ? ByteSize.Format(bytes) : VideoText.None,
        result.Path ?? VideoText.None,
    ];

    private static Color ColorOf(DownloadState state) => state switch
    {
        DownloadState.Downloaded => Color.Green,
        DownloadState.Skipped => Color.Grey,
        _ => Color.Maroon,
    };

    private static JsonNode Json(DownloadResult result) => new JsonObject
    {
        ["state"] = result.StateName,
        ["id"] = result.Id,
        ["bytes"] = result.Bytes,
        ["path"] = result.Path,
        ["reason"] = result.Reason,
    };
}

/// <summary>Formats a number of bytes with decimal units.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    public static string Format(long bytes)
    {
        double size = bytes;
        var unit = 0;
        // A size that rounds to 1000 uses the next unit.
        for (; size >= 999.95; unit++)
            size /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }
}
