using Aurora.Spec.Checks;

namespace Aurora.Spec.Tests.Checks;

internal static class CheckRun
{
    /// <summary>What a check finds, as <c>what | how to mend it</c>.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(this ICheck check, Repository repository) =>
        [.. (await check.RunAsync(repository, CancellationToken.None)).Findings.Select(finding => $"{finding.What} | {finding.Mend}")];
}
