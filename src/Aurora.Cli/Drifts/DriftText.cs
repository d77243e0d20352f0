using System.Globalization;

namespace Aurora.Cli.Drifts;

/// <summary>The sentences and numbers of a report, the same in every culture.</summary>
internal static class DriftText
{
    /// <summary>Stands for what there is not.</summary>
    public const string None = "-";

    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? None;

    /// <summary>Whole percent, rounded down, so that 100 means all of them.</summary>
    public static string Share(DriftRow row, long videos) => row.Videos is not { } departing || videos == 0
        ? None
        : departing * 100 / videos is 0 ? "<1%" : $"{Number(departing * 100 / videos)}%";

    public static string Summary(DriftReport report) => report switch
    {
        { Videos: 0, Places: 0 } => "No videos: nothing could be checked.",
        { Places: 0 } => $"{Count(report.Videos, "video")} read, no drift: the answers are as aurora.yaml has them.",
        { LeftOut.Count: > 0 } => Found(report, "more than "),
        _ => Found(report, ""),
    };

    public static string Describe(LeftOut left, DriftReport report) =>
        $"{left.Kind}: {Count(left.Count, "more place")} without a row, "
        + $"since there are more than {Number(report.Drifts.Count(row => row.Kind == left.Kind))} paths of this kind.";

    private static string Found(DriftReport report, string atLeast) =>
        $"{Count(report.Videos, "video")} read; {atLeast}{Count(report.Drifts.Count, "kind")} of drift in {Count(report.Places, "place")}.";

    private static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";
}
