using System.Xml;
using System.Xml.Linq;

namespace Aurora.Spec.Versions;

/// <summary>The version of all packages: <c>&lt;VersionPrefix&gt;</c> in <c>Directory.Build.props</c>, and <c>&lt;VersionSuffix&gt;</c> for a prerelease.</summary>
internal static class PackageVersion
{
    public const string File = "Directory.Build.props";

    public static NuGetVersion Of(Repository repository)
    {
        try
        {
            var properties = XDocument.Load(repository.PathOf(File));
            var suffix = properties.Descendants("VersionSuffix").FirstOrDefault()?.Value;
            return properties.Descendants("VersionPrefix").ToList() is [var prefix]
                ? Parse(File, string.IsNullOrWhiteSpace(suffix) ? prefix.Value : $"{prefix.Value}-{suffix}")
                : throw new SpecException($"{File} does not contain exactly one <VersionPrefix>.", "Fix: write one, such as <VersionPrefix>1.0.0</VersionPrefix>.");
        }
        catch (XmlException exception)
        {
            throw new SpecException($"{File}: not XML: {exception.Message}", $"Restore it with: git checkout {File}");
        }
    }

    public static NuGetVersion Parse(string file, string text) => NuGetVersion.TryParseStrict(text.Trim(), out var version)
        ? version
        : throw new SpecException($"{file}: '{text.Trim()}' is no version.", "A version has three numbers, such as 1.0.0.");
}

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

    public static NuGetVersion Stable(NuGetVersion version) => new(version.Major, version.Minor, version.Patch);
}
