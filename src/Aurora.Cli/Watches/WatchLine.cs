using Aurora.Cli.Terminals;
using Aurora.Cli.Videos;
using Aurora.Client;

namespace Aurora.Cli.Watches;

/// <summary>A change on one line, with tabs between. Only the last column, the name, has spaces.</summary>
internal static class WatchLine
{
    public static string Text(AuroraChange change, DateTimeOffset at) => string.Join(
        '\t',
        UtcText.Of(at),
        change.Video.Id,
        VideoText.Status(change.Video),
        VideoText.Percent(change.Video),
        VideoText.Name(change.Video));
}
