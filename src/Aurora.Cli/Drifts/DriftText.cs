namespace Aurora.Cli.Drifts;

/// <summary>Formats the texts and numbers of a report. The culture has no effect.</summary>
internal static class DriftText
{
    /// <summary>The placeholder for a missing value.</summary>
    public const string None = "-";

    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? None;

    /// <summary>Returns a whole percentage, rounded down, so that 100% means all videos.</summary>
    public static string Share(DriftRow row, long videos) => row.Videos is not { } affected || videos == 0
        ? None
        : affected * 100 / videos is 0 ? "<1%" : $"{Number(affected * 100 / videos)}%";

    public static string Summary(DriftReport report) => report switch
    {
        { Videos: 0, Places: 0 } => "The account has no videos, so nothing was checked.",
        { Places: 0 } => $"Read {Count(report.Videos, "video")}. Found no drift.",
        { LeftOut.Count: > 0 } => Found(report, "more than "),
        _ => Found(report, ""),
    };

    public static string Describe(OmittedDrift omitted, DriftReport report) =>
        $"Omitted {Count(omitted.Count, "place")} with {omitted.Kind}. "
        + $"Only the first {Number(report.Drifts.Count(row => row.Kind == omitted.Kind))} paths of each kind are listed.";

    private static string Found(DriftReport report, string atLeast) =>
        $"Read {Count(report.Videos, "video")}. Found {atLeast}{Count(report.Drifts.Count, "kind")} of drift in {Count(report.Places, "place")}.";

    private static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";
}
