using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Diffing;

/// <summary>One difference between two documents.</summary>
/// <param name="Rule">What kind it is, and how much it matters.</param>
/// <param name="Old">Where it stood, or null for what is new.</param>
/// <param name="Current">Where it stands, or null for what is gone.</param>
/// <param name="OldText">What it said, in short.</param>
/// <param name="CurrentText">What it says, in short.</param>
/// <param name="Where">Who meets it: <c>GET /api/aurora/ → 200 → [] → status</c>.</param>
/// <param name="Effect">What it does to the callers' C#.</param>
internal sealed record Difference(Rule Rule, SpecNode? Old, SpecNode? Current, string OldText, string CurrentText, string Where, CSharpEffect Effect)
{
    public string Pointer => (Current ?? Old)!.Pointer;

    public int? OldLine => Old?.Line;

    public int? CurrentLine => Current?.Line;

    /// <summary>The larger of what the wire and the C# ask for; whatever differs asks for a patch.</summary>
    public VersionBump Bump
    {
        get
        {
            var wire = Rule.Level switch { Level.Err => VersionBump.Major, Level.Warn => VersionBump.Minor, _ => VersionBump.Patch };
            return Effect.Bump > wire ? Effect.Bump : wire;
        }
    }

    public bool IsBreaking => Rule.Level == Level.Err || Bump == VersionBump.Major;
}
