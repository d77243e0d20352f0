using Aurora.Spec.CSharp;
using Aurora.Spec.Diffing;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Reports;

/// <summary>Summarizes a report in sentences.</summary>
internal static class DifferenceSummary
{
    public static string Of(IReadOnlyList<Difference> differences)
    {
        return differences.Count == 0
            ? "No differences."
            : $"{Count(differences.Count, "difference")}: {Of(Level.Err)} ERR, {Of(Level.Warn)} WARN, {Of(Level.Info)} INFO.";

        int Of(Level level) => differences.Count(difference => difference.Rule.Level == level);
    }

    public static string Of(ClientDifference client)
    {
        if (client.Impact is not { } impact)
            return "The clients cannot be compared completely.";
        return client.Changes.Count == 0
            ? "No public type or member differs."
            : $"{Count(client.Changes.Count, "public type or member", "public types and members")}: {Of(ChangeKind.Removed)} removed, {Of(ChangeKind.Changed)} changed, {Of(ChangeKind.Added)} added. Callers must {Words(impact)}.";

        int Of(ChangeKind kind) => client.Changes.Count(change => change.Kind == kind);
    }

    public static string Of(VersionBump bump) => $"The package requires {(bump == VersionBump.None ? "no new version" : $"a new {bump.ToString().ToLowerInvariant()} version")}.";

    public static string Words(CallerImpact impact) => impact switch
    {
        CallerImpact.ChangeCode => "change code",
        CallerImpact.Rebuild => "rebuild",
        _ => "do nothing",
    };

    private static string Count(int count, string one, string? several = null) => count == 1 ? $"1 {one}" : $"{count} {several ?? one + "s"}";
}
