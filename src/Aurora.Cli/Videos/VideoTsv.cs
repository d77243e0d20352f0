using Aurora.Client;

namespace Aurora.Cli.Videos;

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
