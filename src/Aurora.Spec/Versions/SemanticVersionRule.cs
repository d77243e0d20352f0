using NuGet.Versioning;

namespace Aurora.Spec.Versions;

/// <summary>
/// The rule of semantic versioning. Before 1.0, every bump is one place lower: a breaking change requires a minor version, and an
/// addition requires a patch version.
/// </summary>
internal static class SemanticVersionRule
{
    /// <summary>Returns the lowest version that is allowed after the released one for such a change.</summary>
    public static NuGetVersion Lowest(NuGetVersion released, VersionBump bump) => (bump, released.Major) switch
    {
        (VersionBump.None, _) => released,
        (VersionBump.Major, > 0) => new NuGetVersion(released.Major + 1, 0, 0),
        (VersionBump.Major, _) or (VersionBump.Minor, > 0) => new NuGetVersion(released.Major, released.Minor + 1, 0),
        _ => new NuGetVersion(released.Major, released.Minor, released.Patch + 1),
    };
}
