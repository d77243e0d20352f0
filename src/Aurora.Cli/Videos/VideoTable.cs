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

    private static readonly string[] Headers = ["ID", "NAME", "STATUS", "%", "LENGTH", "CREDITS", "CREATED (UTC)"];
    private static readonly string[] RightAligned = ["%", "LENGTH", "CREDITS"];

    public void Write(IReadOnlyList<AuroraFlow> videos, TextWriter output)
    {
        var table = new TextTable(Headers, RightAligned, cutColumn: 1, LeastName)
        {
            StyleOf = (row, header) => header == "STATUS" ? new Style(ColorOf(videos[row].Status.Value)) : Style.Plain,
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
