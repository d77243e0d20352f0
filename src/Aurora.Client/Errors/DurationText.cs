using System.Globalization;

namespace Aurora.Client;

/// <summary>Formats a duration: <c>0.4 s</c>, <c>54 s</c>, <c>01:30:00</c>.</summary>
internal static class DurationText
{
    private static readonly TimeSpan LongestInSeconds = TimeSpan.FromMinutes(10);

    public static string Of(TimeSpan duration) => duration < LongestInSeconds
        ? duration.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s"
        : duration.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture).TrimStart('0').TrimStart('.');
}
