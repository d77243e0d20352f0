using Aurora.Client;
using Spectre.Console;
using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Videos;

/// <summary>The color of a status. Uses only the 16 standard colors, which terminals adapt to their background.</summary>
internal static class StatusColor
{
    public static Style Of(AuroraStatus? status) => status is { } known ? new Style(Of(known)) : Style.Plain;

    // Spectre.Console calls the standard red "maroon" and the standard yellow "olive".
    public static Color Of(AuroraStatus status) => status.Value switch
    {
        Status.Done => Color.Green,
        Status.Failed or Status.Rejected => Color.Maroon,
        Status.Running => Color.Olive,
        Status.Pending or Status.InQueue => Color.Grey,
        _ => Color.Default,
    };
}
