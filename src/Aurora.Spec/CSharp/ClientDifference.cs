namespace Aurora.Spec.CSharp;

/// <summary>How the clients that are generated from two documents differ.</summary>
/// <param name="OldErrors">The errors of the generator or the compiler for the old document; empty if its client compiles.</param>
internal sealed record ClientDifference(IReadOnlyList<MemberChange> Changes, IReadOnlyList<string> OldErrors, IReadOnlyList<string> CurrentErrors)
{
    /// <summary>What the changes require of callers, or null if a client is missing.</summary>
    public CallerImpact? Impact => OldErrors.Count + CurrentErrors.Count > 0 ? null : Changes.Select(change => change.Impact).DefaultIfEmpty().Max();

    public VersionBump Bump => Changes.Count == 0 ? VersionBump.None
        : Changes.Any(change => change.Impact > CallerImpact.Nothing) ? VersionBump.Major : VersionBump.Minor;
}

/// <summary>A public type or member that differs between two clients.</summary>
/// <param name="Member">The name, with its type: <c>AuroraFlow.Duration</c>.</param>
/// <param name="Old">The old signature, or null for an added member.</param>
/// <param name="Current">The new signature, or null for a removed member.</param>
internal sealed record MemberChange(string Member, string? Old, string? Current, CallerImpact Impact)
{
    public ChangeKind Kind => (Old, Current) switch { (null, _) => ChangeKind.Added, (_, null) => ChangeKind.Removed, _ => ChangeKind.Changed };
}

/// <summary>How a member differs. The values are in the order of a report.</summary>
internal enum ChangeKind
{
    Removed,
    Changed,
    Added,
}

/// <summary>What a change of the client requires of its callers. A larger value requires more.</summary>
internal enum CallerImpact
{
    /// <summary>Compiled callers keep working, and so does their code.</summary>
    Nothing,

    /// <summary>The code compiles unchanged, but compiled callers must be built again.</summary>
    Rebuild,

    /// <summary>The code may not compile, or may compile with warnings.</summary>
    ChangeCode,
}
