using Aurora.Spec.Versions;

namespace Aurora.Spec.CSharp;

/// <summary>How the clients that are generated from two documents differ.</summary>
/// <param name="Changes">The changes of public types and members.</param>
/// <param name="OldErrors">The errors of the generator or the compiler for the old document; empty if its client compiles.</param>
/// <param name="CurrentErrors">The same for the new document.</param>
internal sealed record ClientDifference(IReadOnlyList<MemberChange> Changes, IReadOnlyList<string> OldErrors, IReadOnlyList<string> CurrentErrors)
{
    /// <summary>What the changes require of callers, or null if a client is missing.</summary>
    public CallerImpact? Impact => OldErrors.Count + CurrentErrors.Count > 0 ? null : Changes.Select(change => change.Impact).DefaultIfEmpty().Max();

    public VersionBump Bump => Changes.Count == 0 ? VersionBump.None
        : Changes.Any(change => change.Impact > CallerImpact.Nothing) ? VersionBump.Major : VersionBump.Minor;
}
