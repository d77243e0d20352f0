using System.Xml;
using System.Xml.Linq;
using NuGet.Versioning;

namespace Aurora.Spec.Versions;

/// <summary>The version of all packages: <c>&lt;VersionPrefix&gt;</c> in <c>Directory.Build.props</c>, and <c>&lt;VersionSuffix&gt;</c> for a prerelease.</summary>
internal static class PackageVersion
{
    public const string File = "Directory.Build.props";

    /// <exception cref="SpecException">The file does not contain exactly one version.</exception>
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

    /// <exception cref="SpecException">The text is no version.</exception>
    public static NuGetVersion Parse(string file, string text) => NuGetVersion.TryParseStrict(text.Trim(), out var version)
        ? version
        : throw new SpecException($"{file}: '{text.Trim()}' is no version.", "A version has three numbers, such as 1.0.0.");
}
