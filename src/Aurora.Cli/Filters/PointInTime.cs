using Aurora.Cli.Commands;

namespace Aurora.Cli.Filters;

/// <summary>Parses a date, a timestamp, or an age.</summary>
internal static class PointInTime
{
    public const string Syntax = "a date (2026-01-31), a timestamp (2026-01-31T10:20:30Z), today, yesterday, or an age (90m, 24h, 7d, 2w)";

    // Without an offset, a time and a day are UTC, as in the API and in the table.
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

        if (DaysAgo(text) is { } days)
        {
            time = new DateTimeOffset(now.UtcDateTime.Date.AddDays(-days), TimeSpan.Zero);
            return true;
        }

        return DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static int? DaysAgo(string text) => text.ToLowerInvariant() switch
    {
        "today" => 0,
        "yesterday" => 1,
        _ => null,
    };
}
