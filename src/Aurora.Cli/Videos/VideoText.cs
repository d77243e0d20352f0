using Spectre.Console;
using Status = Aurora.Client.AuroraStatus.Values;

namespace Aurora.Cli.Videos;

/// <summary>Formats the properties of a video. The culture and the time zone have no effect.</summary>
internal static class VideoText
{
    public const string None = "-";

    public static string ShortId(AuroraFlow video) => ShortId(video.Id);

    public static string ShortId(Guid id) => id.ToString("N", CultureInfo.InvariantCulture)[..8];

    public static string Name(AuroraFlow video) => string.IsNullOrWhiteSpace(video.Name) ? None : TerminalText.Sanitize(video.Name).Trim();

    public static string Status(AuroraFlow video) => video.Status.Value.Length == 0 ? None : TerminalText.Sanitize(video.Status.Value);

    /// <summary>Returns a whole percentage, rounded down, so that only a complete video shows 100. A progress that is out of range has none.</summary>
    public static string Percent(AuroraFlow video) => Share(video) is >= 0 and <= 1
        ? Math.Floor(Math.Round(Share(video) * 100, 6)).ToString("0", CultureInfo.InvariantCulture)
        : None;

    /// <summary>
    /// Returns the progress as a fraction. The document does not define the scale: values up to 1 are treated as fractions, as in the
    /// samples of the API, and higher values as percentages.
    /// </summary>
    public static double Share(AuroraFlow video) => video.Progress <= 1 ? video.Progress : video.Progress / 100;

    /// <summary>Returns minutes and seconds. The minutes can exceed 59.</summary>
    public static string Duration(AuroraFlow video) => video.Duration < 0
        ? None
        : string.Create(CultureInfo.InvariantCulture, $"{video.Duration / 60}:{video.Duration % 60:00}");

    public static string Seconds(AuroraFlow video) => video.Duration.ToString(CultureInfo.InvariantCulture);

    public static string Credits(double credits) => credits.ToString("0.##", CultureInfo.InvariantCulture);

    /// <param name="format">The format of the time, which is in UTC.</param>
    public static string Created(AuroraFlow video, string format) => video.CreatedAt == default
        ? None
        : video.CreatedAt.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}

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
