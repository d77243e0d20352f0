using NuGet.Versioning;

namespace Aurora.Spec.Versions;

/// <summary>
/// The rules of semantic versioning. Before 1.0, a breaking change requires a minor version, and an addition requires a patch version.
/// </summary>
internal static class SemanticVersionRule
{
    /// <summary>Returns the lowest version without a prerelease label that may follow the released one with such a change.</summary>
    public static NuGetVersion Lowest(NuGetVersion released, VersionBump bump) => (bump, released.Major) switch
    {
        (VersionBump.None, _) => released,
        _ when released.IsPrerelease => Stable(released),
        (VersionBump.Major, > 0) => new NuGetVersion(released.Major + 1, 0, 0),
        (VersionBump.Major, _) or (VersionBump.Minor, > 0) => new NuGetVersion(released.Major, released.Minor + 1, 0),
        _ => new NuGetVersion(released.Major, released.Minor, released.Patch + 1),
    };

    /// <summary>Returns whether the version may follow the released one with such a change. A prerelease may contain what its version may contain.</summary>
    public static bool Allows(NuGetVersion version, NuGetVersion released, VersionBump bump) =>
        version >= released && Stable(version) >= Stable(Lowest(released, bump));

    /// <summary>Returns the version without its prerelease label.</summary>
    public static NuGetVersion Stable(NuGetVersion version) => new(version.Major, version.Minor, version.Patch);
}
