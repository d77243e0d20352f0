using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Watches;

/// <summary>Formats a change as tab-separated values. Only the last column, the name, can contain spaces.</summary>
internal static class WatchTsv
{
    public static string Line(AuroraChange change, DateTimeOffset at, bool hasColor) => string.Join(
        '\t',
        UtcText.Format(at),
        change.Video.Id,
        StatusColor.Paint(change.Video, hasColor),
        VideoText.Percent(change.Video),
        VideoText.Name(change.Video));
}
