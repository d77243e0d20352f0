namespace Aurora.Cli.Drifts;

/// <summary>What a check has found. The names of the properties are those of the JSON, on which scripts rely.</summary>
/// <param name="CheckedAt">When it began, in UTC.</param>
/// <param name="Api">The address that was asked.</param>
/// <param name="Asked">The requests, without an id.</param>
/// <param name="Videos">How many videos were read.</param>
/// <param name="Places">The counts of all drift, also of that which was left out.</param>
/// <param name="Drifts">A row for each kind and path, by kind and then by path.</param>
/// <param name="LeftOut">What has no row, by its kind.</param>
internal sealed record DriftReport(
    DateTime CheckedAt,
    string Api,
    IReadOnlyList<string> Asked,
    long Videos,
    long Places,
    IReadOnlyList<DriftRow> Drifts,
    IReadOnlyList<LeftOut> LeftOut)
{
    /// <param name="check">A check that has ended.</param>
    /// <param name="checkedAt">When it began.</param>
    /// <param name="api">The address that was asked.</param>
    /// <param name="clean">Makes text from the API fit to be shown.</param>
    public static DriftReport Of(AccountCheck check, DateTimeOffset checkedAt, Uri api, Func<string, string> clean)
    {
        var rows = check.Tally.Rows
            .Select(row => row with { Path = clean(row.Path), Example = row.Example is null ? null : clean(row.Example) })
            .OrderBy(row => row.Kind, StringComparer.Ordinal)
            .ThenBy(row => row.Path, StringComparer.Ordinal)
            .ToList();
        var leftOut = check.Tally.LeftOut.OrderBy(left => left.Kind, StringComparer.Ordinal).ToList();
        var places = rows.Sum(row => row.Count) + leftOut.Sum(left => left.Count);
        return new DriftReport(ToTheSecond(checkedAt.UtcDateTime), clean(api.ToString()), check.Asked, check.Tally.Videos, places, rows, leftOut);
    }

    private static DateTime ToTheSecond(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
