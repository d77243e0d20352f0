using Spectre.Console;
using Spectre.Console.Rendering;

namespace Aurora.Cli.Watches;

/// <summary>A table of the watched videos, with a progress bar for each.</summary>
internal sealed class WatchTable(WatchedVideos videos, bool hasColor)
{
    private const int MinNameWidth = 8;
    private const int StatusWidth = 9;
    private const int MinBarWidth = 8;
    private const int MaxBarWidth = 30;
    // The width of all columns at their minimum, with gaps.
    private const int MinFullWidth = 65;

    private static readonly string[] Headers = ["ID", "NAME", "STATUS", "PROGRESS", "%", "ELAPSED", "TIME LEFT"];
    private static readonly string[] NarrowHeaders = ["ID", "NAME", "STATUS", "%"];
    private static readonly string[] RightAligned = ["%", "ELAPSED", "TIME LEFT"];

    public void Write(TextWriter output, int width) => Table(videos.All, width).Write(Rows(videos.All, width), output, width, hasColor);

    /// <summary>Draws as many videos as the terminal can show. If they do not all fit, videos in progress come first.</summary>
    public IRenderable Draw(TerminalSize size)
    {
        // One line for the header, and one for the cursor.
        var room = Math.Max(1, size.Height - 2);
        if (videos.All.Count <= room)
            return Draw(videos.All, size.Width);

        var shown = videos.All.OrderBy(Rank).Take(Math.Max(1, room - 1)).ToList();
        var more = string.Create(CultureInfo.InvariantCulture, $"and {videos.All.Count - shown.Count} more");
        return new Rows(Draw(shown, size.Width), new Text(more));
    }

    private Table Draw(IReadOnlyList<WatchedVideo> shown, int width) => Table(shown, width).Draw(Rows(shown, width), width, hasColor, out _);

    private static TextTable Table(IReadOnlyList<WatchedVideo> shown, int width) =>
        new(IsNarrow(width) ? NarrowHeaders : Headers, RightAligned, truncatedColumn: 1, MinNameWidth)
        {
            StyleOf = (row, header) => header is "STATUS" or "PROGRESS" ? StatusColor.Of(shown[row].Video?.Status) : Style.Plain,
        };

    private static List<string[]> Rows(IReadOnlyList<WatchedVideo> shown, int width) => [.. shown.Select(video => Cells(video, width))];

    private static string[] Cells(WatchedVideo watched, int width)
    {
        var video = watched.Video;
        var id = VideoText.ShortId(watched.Id);
        var name = video is null ? VideoText.None : VideoText.Name(video);
        var status = watched.IsMissing ? "not found" : video is null ? VideoText.None : VideoText.Status(video);
        status = TerminalText.Truncate(status, StatusWidth).PadRight(StatusWidth);
        var percent = video is null ? VideoText.None : VideoText.Percent(video);
        if (IsNarrow(width))
            return [id, name, status, percent];
        var bar = Bar(watched, Math.Min(MaxBarWidth, MinBarWidth + ((width - MinFullWidth) / 3)));
        return [id, name, status, bar, percent.PadLeft(3), WatchTime.Format(watched.Elapsed), WatchTime.Format(watched.Remaining)];
    }

    private static string Bar(WatchedVideo watched, int cells)
    {
        var share = watched.Video is { } video && double.IsFinite(video.Progress) ? Math.Clamp(VideoText.Share(video), 0, 1) : 0;
        var full = (int)(share * cells);
        return new string('█', full) + new string('░', cells - full);
    }

    private static bool IsNarrow(int width) => width < MinFullWidth;

    private static int Rank(WatchedVideo watched) => watched switch
    {
        { IsFinished: true } => 3,
        { Video.Progress: > 0 } => 0,
        { Video: not null } => 1,
        _ => 2,
    };
}

/// <summary>Formats the times of a watch: <c>0:05</c>, <c>12:34</c>, <c>1:02:03</c>, <c>5d</c>.</summary>
internal static class WatchTime
{
    public static string Format(TimeSpan? time) => time switch
    {
        null => VideoText.None,
        { TotalDays: >= 4 } => string.Create(CultureInfo.InvariantCulture, $"{time.Value.TotalDays:0}d"),
        { TotalHours: >= 1 } => string.Create(
            CultureInfo.InvariantCulture, $"{(int)time.Value.TotalHours}:{time.Value.Minutes:00}:{time.Value.Seconds:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.Value.Minutes}:{time.Value.Seconds:00}"),
    };
}
