using nietras.SeparatedValues;
using Spectre.Console;

namespace Aurora.Cli.Videos;

/// <summary>
/// Writes videos as CSV (RFC 4180), with a column for each property of the document. Text that a spreadsheet would treat as a formula
/// starts with an apostrophe.
/// </summary>
internal sealed class VideoCsv : IDisposable
{
    private readonly SepWriter _writer;

    public VideoCsv(TextWriter output)
    {
        _writer = Sep.New(',')
            .Writer(options => options with { Escape = true, CultureInfo = CultureInfo.InvariantCulture })
            .To(output, leaveOpen: true);
        _writer.Header.Add([.. VideoProperties.Names]);
        _writer.Header.Write();
    }

    public void Write(AuroraFlow video)
    {
        using var row = _writer.NewRow();
        foreach (var (name, value) in VideoProperties.Of(video).Take(VideoProperties.Names.Count))
            row[name].Set(Text(value));
    }

    public void Dispose() => _writer.Dispose();

    private static string Text(JsonElement? value)
    {
        var text = VideoJson.Text(value) ?? "";
        return value?.ValueKind == JsonValueKind.Number || !IsFormula(text) ? text : $"'{text}";
    }

    // See "CSV Injection" by OWASP. Spreadsheets with a Japanese or Chinese locale also accept the full-width characters.
    private static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}

/// <summary>Writes videos as tab-separated values. Only the last column, the name, can contain spaces.</summary>
internal static class VideoTsv
{
    private static readonly string Header = string.Join('\t', "ID", "STATUS", "PERCENT", "SECONDS", "CREDITS", "CREATED", "NAME");

    public static void Write(IEnumerable<AuroraFlow> videos, TextWriter output, bool hasColor = false)
    {
        output.WriteLine(Header);
        foreach (var video in videos)
            output.WriteLine(Line(video, hasColor));
    }

    private static string Line(AuroraFlow video, bool hasColor) => string.Join(
        '\t',
        video.Id,
        StatusColor.Paint(video, hasColor),
        VideoText.Percent(video),
        VideoText.Seconds(video),
        VideoText.Credits(video.CreditsUsed),
        VideoText.Created(video, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
        VideoText.Name(video));
}

/// <summary>Writes videos as a table in which names are truncated to fit the width.</summary>
internal sealed class VideoTable(int width, bool hasColor)
{
    private const int MinNameWidth = 8;
    private const int MaxStatusWidth = 16;

    private static readonly string[] Headers = ["ID", "NAME", "STATUS", "%", "LENGTH", "CREDITS", "CREATED (UTC)"];
    private static readonly string[] RightAligned = ["%", "LENGTH", "CREDITS"];

    public void Write(IReadOnlyList<AuroraFlow> videos, TextWriter output)
    {
        var table = new TextTable(Headers, RightAligned, truncatedColumn: 1, MinNameWidth)
        {
            StyleOf = (row, header) => header == "STATUS" ? new Style(StatusColor.Of(videos[row].Status)) : Style.Plain,
        };
        table.Write([.. videos.Select(Cells)], output, width, hasColor);
    }

    private static string[] Cells(AuroraFlow video) =>
    [
        VideoText.ShortId(video),
        VideoText.Name(video),
        TerminalText.Truncate(VideoText.Status(video), MaxStatusWidth),
        VideoText.Percent(video),
        VideoText.Duration(video),
        VideoText.Credits(video.CreditsUsed),
        VideoText.Created(video, "yyyy-MM-dd HH:mm"),
    ];
}

/// <summary>Counts videos and their credits.</summary>
internal sealed class VideoTally
{
    private double _credits;

    public int Total { get; private set; }

    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{Total} {(Total == 1 ? "video" : "videos")}, {VideoText.Credits(_credits)} credits");

    public void Add(AuroraFlow video)
    {
        Total++;
        _credits += video.CreditsUsed;
    }
}
