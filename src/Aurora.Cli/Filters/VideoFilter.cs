using System.IO.Enumeration;

namespace Aurora.Cli.Filters;

/// <summary>Filters videos after they were received, because the only filter of the API is <c>ids</c>.</summary>
/// <param name="Statuses">The accepted statuses. If empty, all statuses are accepted.</param>
/// <param name="Name">A part of the name, a pattern with <c>*</c> and <c>?</c> for the whole name, or null. Case is ignored.</param>
internal sealed record VideoFilter(IReadOnlyCollection<AuroraStatus> Statuses, DateTimeOffset? Since, string? Name)
{
    public static VideoFilter None { get; } = new([], null, null);

    public bool IsEmpty => Statuses.Count == 0 && Since is null && Name is null;

    public bool Matches(AuroraFlow video) =>
        (Statuses.Count == 0 || Statuses.Contains(video.Status))
        && (Since is null || video.CreatedAt >= Since)
        && (Name is null || HasName(video.Name ?? "", Name));

    private static bool HasName(string name, string pattern) => pattern.AsSpan().ContainsAny('*', '?')
        ? FileSystemName.MatchesSimpleExpression(pattern, name) || (name.Length == 0 && pattern.All(character => character == '*'))
        : name.Contains(pattern, StringComparison.OrdinalIgnoreCase);
}

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

        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static int? DaysAgo(string text) => text.ToLowerInvariant() switch
    {
        "today" => 0,
        "yesterday" => 1,
        _ => null,
    };
}
