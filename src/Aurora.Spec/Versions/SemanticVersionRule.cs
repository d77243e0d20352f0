using NuGet.Versioning;

namespace Aurora.Spec.Versions;

/// <summary>
/// Which version a change may carry: the SemVer rule. Below 1.0 everything counts one place lower, so that a breaking change
/// asks for a minor version, and an addition for a patch.
/// </summary>
internal static class SemanticVersionRule
{
    /// <summary>The lowest version that may follow the released one with such a change.</summary>
    public static NuGetVersion Lowest(NuGetVersion released, VersionBump bump) => (bump, released.Major) switch
    {
        (VersionBump.None, _) => released,
        (VersionBump.Major, > 0) => new NuGetVersion(released.Major + 1, 0, 0),
        (VersionBump.Major, _) or (VersionBump.Minor, > 0) => new NuGetVersion(released.Major, released.Minor + 1, 0),
        _ => new NuGetVersion(released.Major, released.Minor, released.Patch + 1),
    };
}
