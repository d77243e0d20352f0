using System.Xml;
using System.Xml.Linq;
using NuGet.Versioning;

namespace Aurora.Spec.Versions;

/// <summary>The version of all packages: <c>&lt;VersionPrefix&gt;</c> in <c>Directory.Build.props</c>.</summary>
internal static class PackageVersion
{
    public const string File = "Directory.Build.props";

    /// <exception cref="SpecException">The file has none, several, or one that is no version.</exception>
    public static NuGetVersion Of(Repository repository)
    {
        try
        {
            var found = XDocument.Load(repository.PathOf(File)).Descendants("VersionPrefix").ToList();
            return found.Count == 1
                ? Parse(File, found[0].Value)
                : throw new SpecException($"{File} has {found.Count} <VersionPrefix>.", "It must have one, such as <VersionPrefix>1.0.0</VersionPrefix>.");
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
