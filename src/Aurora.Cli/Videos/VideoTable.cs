using Aurora.Terminals;
using Spectre.Console;

namespace Aurora.Cli.Videos;

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
