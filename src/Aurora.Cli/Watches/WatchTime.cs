using System.Globalization;
using Aurora.Cli.Videos;

namespace Aurora.Cli.Watches;

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
