namespace Aurora.Spec.CSharp;

/// <summary>A public type or member that differs between two clients.</summary>
/// <param name="Member">The name, with its type: <c>AuroraFlow.Duration</c>.</param>
/// <param name="Old">The old signature, or null for an added member.</param>
/// <param name="Current">The new signature, or null for a removed member.</param>
/// <param name="Impact">What the change requires of callers.</param>
internal sealed record MemberChange(string Member, string? Old, string? Current, CallerImpact Impact)
{
    public ChangeKind Kind => (Old, Current) switch { (null, _) => ChangeKind.Added, (_, null) => ChangeKind.Removed, _ => ChangeKind.Changed };
}
