using Aurora.Cli.Terminals;
using Aurora.Client;
using Spectre.Console;
using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Videos;

/// <summary>Videos for a person: a line each, the name cut to what the width leaves.</summary>
internal sealed class VideoTable(int width, bool hasColor)
{
    private const int LeastName = 8;
    private const int MostStatus = 16;
    private const int NameColumn = 1;
    private const int Gap = 2;

    private static readonly string[] Headers = ["ID", "NAME", "STATUS", "%", "LENGTH", "CREDITS", "CREATED (UTC)"];
    private static readonly string[] RightAligned = ["%", "LENGTH", "CREDITS"];

    public void Write(IReadOnlyList<AuroraFlow> videos, TextWriter output)
    {
        var rows = videos.Select(Cells).ToList();
        var widths = Headers.Select((header, column) => rows.Max(row => Math.Max(header.Length, row[column].GetCellWidth()))).ToArray();
        var others = widths.Sum() - widths[NameColumn] + (Gap * (Headers.Length - 1));
        widths[NameColumn] = Math.Min(widths[NameColumn], Math.Max(LeastName, width - others));

        var table = new Table { Border = TableBorder.None };
        for (var column = 0; column < Headers.Length; column++)
            table.AddColumn(Column(column, widths[column]));
        for (var row = 0; row < rows.Count; row++)
            table.AddRow(rows[row].Select((cell, column) => new Text(TerminalText.Fit(cell, widths[column]), Style(column, videos[row]))));

        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // A terminal too narrow for the shortest name wraps the lines, which reads better than broken columns.
            Out = new FixedWidthOutput(output, Math.Max(width, others + LeastName)),
        }).Write(table);
    }

    private static string[] Cells(AuroraFlow video) =>
    [
        VideoText.ShortId(video),
        VideoText.Name(video),
        TerminalText.Fit(VideoText.Status(video), MostStatus),
        VideoText.Percent(video),
        VideoText.Duration(video),
        VideoText.Credits(video.CreditsUsed),
        VideoText.Created(video, "yyyy-MM-dd HH:mm"),
    ];

    private static TableColumn Column(int column, int width) => new(new Text(Headers[column], new Style(decoration: Decoration.Bold)))
    {
        Width = width,
        NoWrap = true,
        Padding = new Padding(0, 0, column == Headers.Length - 1 ? 0 : Gap, 0),
        Alignment = RightAligned.Contains(Headers[column]) ? Justify.Right : Justify.Left,
    };

    private static Style Style(int column, AuroraFlow video) => Headers[column] switch
    {
        "STATUS" => new Style(ColorOf(video.Status.Value)),
        _ => Spectre.Console.Style.Plain,
    };

    // The plain sixteen, which each terminal shows in shades that fit its background: maroon is its red, olive its yellow.
    private static Color ColorOf(string status) => status switch
    {
        Status.Done => Color.Green,
        Status.Failed or Status.Rejected => Color.Maroon,
        Status.Running => Color.Olive,
        Status.Pending or Status.InQueue => Color.Grey,
        _ => Color.Default,
    };
}
