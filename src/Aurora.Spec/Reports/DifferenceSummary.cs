using Aurora.Spec.Diffing;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Reports;

/// <summary>What all the differences come to.</summary>
internal static class DifferenceSummary
{
    public static VersionBump Bump(IReadOnlyList<Difference> differences) => differences.Count == 0 ? VersionBump.None : differences.Max(difference => difference.Bump);

    public static string Sentence(IReadOnlyList<Difference> differences)
    {
        if (differences.Count == 0)
            return "No difference.";
        var count = differences.Count == 1 ? "1 difference" : $"{differences.Count} differences";
        return $"{count}: {Count(Level.Err)} ERR, {Count(Level.Warn)} WARN, {Count(Level.Info)} INFO. "
            + $"For the callers of the package: {Bump(differences).ToString().ToLowerInvariant()}.";

        int Count(Level level) => differences.Count(difference => difference.Rule.Level == level);
    }
}
