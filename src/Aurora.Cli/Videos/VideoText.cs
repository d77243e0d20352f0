using System.Globalization;
using Aurora.Cli.Terminals;
using Aurora.Client;

namespace Aurora.Cli.Videos;

/// <summary>The values of a video as text, the same in every culture and time zone.</summary>
internal static class VideoText
{
    /// <summary>Stands for what the API did not say.</summary>
    public const string None = "-";

    public static string ShortId(AuroraFlow video) => ShortId(video.Id);

    public static string ShortId(Guid id) => id.ToString("N", CultureInfo.InvariantCulture)[..8];

    public static string Name(AuroraFlow video) => string.IsNullOrWhiteSpace(video.Name) ? None : TerminalText.Clean(video.Name).Trim();

    public static string Status(AuroraFlow video) => video.Status.Value.Length == 0 ? None : TerminalText.Clean(video.Status.Value);

    /// <summary>Whole percent, rounded down, so that nothing unfinished shows 100.</summary>
    public static string Percent(AuroraFlow video) => double.IsFinite(video.Progress)
        ? Math.Floor(Math.Round(Share(video) * 100, 6)).ToString("0", CultureInfo.InvariantCulture)
        : None;

    /// <summary>
    /// How much of the video is there, 1 for all of it. The document gives no scale: up to 1 it is taken for a fraction, as the API's
    /// samples have it, and above 1 for percent.
    /// </summary>
    public static double Share(AuroraFlow video) => video.Progress <= 1 ? video.Progress : video.Progress / 100;

    /// <summary>Minutes and seconds; the minutes go beyond 59.</summary>
    public static string Duration(AuroraFlow video) => video.Duration < 0
        ? None
        : string.Create(CultureInfo.InvariantCulture, $"{video.Duration / 60}:{video.Duration % 60:00}");

    public static string Seconds(AuroraFlow video) => video.Duration.ToString(CultureInfo.InvariantCulture);

    public static string Credits(double credits) => credits.ToString("0.##", CultureInfo.InvariantCulture);

    /// <param name="video">The video.</param>
    /// <param name="format">How to write the time, which is UTC.</param>
    public static string Created(AuroraFlow video, string format) => video.CreatedAt == default
        ? None
        : video.CreatedAt.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
