using System.Globalization;
using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aurora.Cli.Watches;

/// <summary>The videos that are watched, for a person: a line each, with a bar.</summary>
internal sealed class WatchTable(WatchedVideos videos, bool hasColor)
{
    private const int LeastName = 8;
    private const int WidestStatus = 9;
    private const int ShortestBar = 8;
    private const int LongestBar = 30;
    // Enough for all columns at their narrowest, with the gaps between.
    private const int LeastWidth = 65;

    private static readonly string[] Headers = ["ID", "NAME", "STATUS", "PROGRESS", "%", "ELAPSED", "TIME LEFT"];
    private static readonly string[] NarrowHeaders = ["ID", "NAME", "STATUS", "%"];
    private static readonly string[] RightAligned = ["%", "ELAPSED", "TIME LEFT"];

    /// <summary>All of them, however many.</summary>
    public void Write(TextWriter output, int width) => Table(videos.All, width).Write(Rows(videos.All, width), output, width, hasColor);

    /// <summary>As many as there is room for. Where that is not for all, those that move come first.</summary>
    public IRenderable Draw(TerminalSize size)
    {
        // A line for the header, one for the cursor of the shell.
        var room = Math.Max(1, size.Height - 2);
        if (videos.All.Count <= room)
            return Draw(videos.All, size.Width);

        var shown = videos.All.OrderBy(Rank).Take(Math.Max(1, room - 1)).ToList();
        return new Rows(Draw(shown, size.Width), new Text(string.Create(CultureInfo.InvariantCulture, $"and {videos.All.Count - shown.Count} more")));
    }

    private Table Draw(IReadOnlyList<WatchedVideo> shown, int width) => Table(shown, width).Draw(Rows(shown, width), width, hasColor, out _);

    private static TextTable Table(IReadOnlyList<WatchedVideo> shown, int width) => new(IsNarrow(width) ? NarrowHeaders : Headers, RightAligned, cutColumn: 1, LeastName)
    {
        StyleOf = (row, header) => header is "STATUS" or "PROGRESS" ? StatusColor.Of(shown[row].Video?.Status) : Style.Plain,
    };

    private static List<string[]> Rows(IReadOnlyList<WatchedVideo> shown, int width) => [.. shown.Select(video => Cells(video, width))];

    private static string[] Cells(WatchedVideo watched, int width)
    {
        var video = watched.Video;
        var id = VideoText.ShortId(watched.Id);
        var name = video is null ? VideoText.None : VideoText.Name(video);
        var status = TerminalText.Fit(watched.IsMissing ? "not found" : video is null ? VideoText.None : VideoText.Status(video), WidestStatus).PadRight(WidestStatus);
        var percent = video is null ? VideoText.None : VideoText.Percent(video);
        return IsNarrow(width)
            ? [id, name, status, percent]
            : [id, name, status, Bar(watched, Math.Min(LongestBar, ShortestBar + ((width - LeastWidth) / 3))), percent.PadLeft(3), WatchTime.Text(watched.Elapsed), WatchTime.Text(watched.Remaining)];
    }

    private static string Bar(WatchedVideo watched, int cells)
    {
        var share = watched.Video is { } video && double.IsFinite(video.Progress) ? Math.Clamp(VideoText.Share(video), 0, 1) : 0;
        var full = (int)(share * cells);
        return new string('█', full) + new string('░', cells - full);
    }

    private static bool IsNarrow(int width) => width < LeastWidth;

    private static int Rank(WatchedVideo watched) => watched switch
    {
        { IsOver: true } => 3,
        { Video.Progress: > 0 } => 0,
        { Video: not null } => 1,
        _ => 2,
    };
}
