namespace Aurora.Cli.Drifts;

/// <summary>The result of a check. The JSON uses the names of the properties, so scripts rely on them.</summary>
/// <param name="CheckedAt">When the check started, in UTC.</param>
/// <param name="Asked">The requests, without ids.</param>
/// <param name="Places">The sum of all counts, including those in <paramref name="LeftOut"/>.</param>
/// <param name="Drifts">A row for each kind and path, sorted by kind and path.</param>
/// <param name="LeftOut">The drift that has no row, by kind.</param>
internal sealed record DriftReport(
    DateTime CheckedAt,
    string Api,
    IReadOnlyList<string> Asked,
    long Videos,
    long Places,
    IReadOnlyList<DriftRow> Drifts,
    IReadOnlyList<OmittedDrift> LeftOut)
{
    /// <param name="sanitize">Removes keys and control characters from a text.</param>
    public static DriftReport Create(AccountCheck check, DateTimeOffset checkedAt, Uri api, Func<string, string> sanitize)
    {
        var rows = check.Tally.Rows
            .Select(row => row with { Path = sanitize(row.Path), Example = row.Example is null ? null : sanitize(row.Example) })
            .OrderBy(row => row.Kind, StringComparer.Ordinal)
            .ThenBy(row => row.Path, StringComparer.Ordinal)
            .ToList();
        var leftOut = check.Tally.LeftOut.OrderBy(omitted => omitted.Kind, StringComparer.Ordinal).ToList();
        var places = rows.Sum(row => row.Count) + leftOut.Sum(omitted => omitted.Count);
        return new DriftReport(
            TruncateToSecond(checkedAt.UtcDateTime), sanitize(api.ToString()), check.Asked, check.Tally.Videos, places, rows, leftOut);
    }

    private static DateTime TruncateToSecond(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}

/// <summary>One kind of drift at one path.</summary>
/// <param name="Kind">The kind, as in <see cref="DriftKind"/>.</param>
/// <param name="Path">The JSON path without indexes, or the query parameter.</param>
/// <param name="Videos">The number of affected videos, or null if the drift is not in a video of the first request.</param>
/// <param name="Example">What was found at the first occurrence, or null if the value is missing.</param>
internal sealed record DriftRow(string Kind, string Path, long Count, long? Videos, string? Example);

/// <summary>The drift of one kind that has no rows, because there are too many paths.</summary>
internal sealed record OmittedDrift(string Kind, long Count);
