using System.Security.Cryptography;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>The release notes that a package must have, read from the changelogs of the repository.</summary>
/// <param name="root">The repository.</param>
internal sealed class ReleaseNotes(string root)
{
    public string Of(InspectedPackage package)
    {
        var version = package.Nuspec.GetVersion();
        var own = Sections("CHANGELOG.md", "## ").FirstOrDefault(section => section[0] == $"## {version.Major}.{version.Minor}.{version.Patch}") ?? [];
        var lines = Split(own, "### ").FirstOrDefault(section => section[0] == $"### {package.Id}")?.Skip(1) ?? [];
        return $"{string.Join('\n', lines).Trim()}\n\n# API\n\n{ApiChanges()}".Trim();
    }

    private string ApiChanges()
    {
        var released = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(root, "openapi", "released", "aurora.yaml"))));
        var entries = Sections("openapi/CHANGELOG.md", "## ").TakeWhile(entry => !entry.Contains($"Document: sha256 {released}")).SelectMany(entry => entry);
        return string.Join('\n', entries).Trim() is { Length: > 0 } changes ? changes : "The API has not changed.";
    }

    private List<List<string>> Sections(string file, string heading) => Split(File.ReadAllLines(Path.Combine(root, file)), heading);

    private static List<List<string>> Split(IEnumerable<string> lines, string heading)
    {
        var sections = new List<List<string>>();
        foreach (var line in lines)
        {
            if (line.StartsWith(heading, StringComparison.Ordinal))
                sections.Add([]);
            sections.LastOrDefault()?.Add(line);
        }

        return sections;
    }
}
