using Aurora.Cli.Terminals;
using Aurora.Client;
using Spectre.Console;

namespace Aurora.Cli.Videos;

/// <summary>Videos for a person: a line each, the name cut to what the width leaves.</summary>
internal sealed class VideoTable(int width, bool hasColor)
{
    private const int LeastName = 8;
    private const int MostStatus = 16;

    private static readonly string[] Headers = ["ID", "NAME", "STATUS", "%", "LENGTH", "CREDITS", "CREATED (UTC)"];
    private static readonly string[] RightAligned = ["%", "LENGTH", "CREDITS"];

    public void Write(IReadOnlyList<AuroraFlow> videos, TextWriter output)
    {
        var table = new TextTable(Headers, RightAligned, cutColumn: 1, LeastName)
        {
            StyleOf = (row, header) => header == "STATUS" ? new Style(StatusColor.Of(videos[row].Status)) : Style.Plain,
        };
        table.Write([.. videos.Select(Cells)], output, width, hasColor);
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
}
