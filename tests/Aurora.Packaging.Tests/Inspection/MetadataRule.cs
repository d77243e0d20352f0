using NuGet.Packaging;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Requires complete package metadata.</summary>
/// <param name="commit">The packed commit.</param>
internal sealed class MetadataRule(string commit, ReleaseNotes releaseNotes) : IPackageRule
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    public IEnumerable<string> Findings(InspectedPackage package)
    {
        var nuspec = package.Nuspec;
        if (string.IsNullOrWhiteSpace(nuspec.GetDescription()) || nuspec.GetDescription() == "Package Description")
            yield return "the description is missing";
        if (string.IsNullOrWhiteSpace(nuspec.GetAuthors()))
            yield return "the authors are missing";
        if (!nuspec.GetTags().Split(' ').Contains("aurora"))
            yield return "the tags are missing";
        if (nuspec.GetLicenseMetadata() is not { Type: LicenseType.Expression, LicenseExpression: not null })
            yield return "the license expression is missing";
        if (!package.Files.TryGetValue(nuspec.GetReadme() ?? "", out var readme) || !System.Text.Encoding.UTF8.GetString(readme).StartsWith($"# {package.Id}\n", StringComparison.Ordinal))
            yield return "the README of the package is missing";
        if (!package.Files.TryGetValue(nuspec.GetIcon() ?? "", out var icon) || !icon.AsSpan().StartsWith(Png))
            yield return "the icon is missing";
        if (nuspec.GetReleaseNotes().ReplaceLineEndings("\n") != releaseNotes.Of(package))
            yield return "the release notes are not those of CHANGELOG.md and openapi/CHANGELOG.md";
        var repository = nuspec.GetRepositoryMetadata();
        if (repository.Type != "git" || !Uri.TryCreate(repository.Url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            yield return "the address of the repository is missing";
        if (repository.Commit != commit)
            yield return $"the commit is '{repository.Commit}', but must be {commit}";
    }
}
