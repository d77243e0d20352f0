using Aurora.Spec.Checks;

namespace Aurora.Spec.Tests.Checks;

internal static class CheckRun
{
    /// <summary>Returns the findings of a check, each as <c>problem | fix</c>.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(this ICheck check, Repository repository) =>
        [.. (await check.RunAsync(repository, CancellationToken.None)).Findings.Select(finding => $"{finding.What} | {finding.Fix}")];
}
