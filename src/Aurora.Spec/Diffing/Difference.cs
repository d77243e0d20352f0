using Aurora.Spec.Documents;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Diffing;

/// <summary>One difference between two documents.</summary>
/// <param name="Rule">The kind of difference and its level.</param>
/// <param name="Old">The node in the old document, or null for something new.</param>
/// <param name="Current">The node in the new document, or null for something that was removed.</param>
/// <param name="OldText">The old value, shortened.</param>
/// <param name="CurrentText">The new value, shortened.</param>
/// <param name="Where">The place in a request or a response: <c>GET /api/aurora/ → 200 → [] → status</c>.</param>
internal sealed record Difference(Rule Rule, SpecNode? Old, SpecNode? Current, string OldText, string CurrentText, string Where)
{
    public string Pointer => (Current ?? Old)!.Pointer;

    public int? OldLine => Old?.Line;

    public int? CurrentLine => Current?.Line;

    /// <summary>The version bump that the difference requires because of what is sent and received; every difference requires a patch.</summary>
    public VersionBump Bump => Rule.Level switch { Level.Err => VersionBump.Major, Level.Warn => VersionBump.Minor, _ => VersionBump.Patch };

    public bool IsBreaking => Rule.Level == Level.Err;
}
