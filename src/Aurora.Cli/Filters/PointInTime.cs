using System.Globalization;
using Aurora.Cli.Commands;

namespace Aurora.Cli.Filters;

/// <summary>Parses a date, a timestamp, or an age.</summary>
internal static class PointInTime
{
    public const string Syntax = "a date (2026-01-31), a timestamp (2026-01-31T10:20:30Z) or an age (90m, 24h, 7d)";

    // Without an offset, a time is UTC, as in the API and in the table.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    public static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        if (Durations.TryParse(text, out var ago) && !char.IsAsciiDigit(text[^1]) && ago < now - DateTimeOffset.MinValue)
        {
            time = now - ago;
            return true;
        }

        return DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
