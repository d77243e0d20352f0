using Spectre.Console;
using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Videos;

/// <summary>The color of a status. Uses only the 16 standard colors, which terminals adapt to their background.</summary>
internal static class StatusColor
{
    public static Style Of(AuroraStatus? status) => status is { } known ? new Style(Of(known)) : Style.Plain;

    public static Color Of(AuroraStatus status) => Number(status) is { } number ? Color.FromInt32(number) : Color.Default;

    /// <summary>Returns the status for a line of text, in its color.</summary>
    public static string Paint(AuroraFlow video, bool hasColor)
    {
        var text = VideoText.Status(video);
        return hasColor && Number(video.Status) is { } number ? $"\e[{(number < 8 ? 30 + number : 82 + number)}m{text}\e[0m" : text;
    }

    /// <summary>The number of the color among the 16: green, red, yellow or bright black.</summary>
    private static int? Number(AuroraStatus status) => status.Value switch
    {
        Status.Done => 2,
        Status.Failed or Status.Rejected => 1,
        Status.Running => 3,
        Status.Pending or Status.InQueue => 8,
        _ => null,
    };
}
