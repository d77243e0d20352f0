using Aurora.Client;
using Spectre.Console;
using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Videos;

/// <summary>The colour of a status: the plain sixteen, which each terminal shows in shades that fit its background.</summary>
internal static class StatusColor
{
    public static Style Of(AuroraStatus? status) => status is { } known ? new Style(Of(known)) : Style.Plain;

    // Maroon is a terminal's red, olive its yellow.
    public static Color Of(AuroraStatus status) => status.Value switch
    {
        Status.Done => Color.Green,
        Status.Failed or Status.Rejected => Color.Maroon,
        Status.Running => Color.Olive,
        Status.Pending or Status.InQueue => Color.Grey,
        _ => Color.Default,
    };
}
