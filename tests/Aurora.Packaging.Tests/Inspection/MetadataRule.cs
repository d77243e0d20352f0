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
            yield return "it has no description";
        if (string.IsNullOrWhiteSpace(nuspec.GetAuthors()))
            yield return "it has no authors";
        if (!nuspec.GetTags().Split(' ').Contains("aurora"))
            yield return "it has no tags to be found by";
        if (nuspec.GetLicenseMetadata() is not { Type: LicenseType.Expression, LicenseExpression: not null })
            yield return "it has no licence expression";
        if (!package.Files.TryGetValue(nuspec.GetReadme() ?? "", out var readme) || !System.Text.Encoding.UTF8.GetString(readme).StartsWith($"# {package.Id}\n", StringComparison.Ordinal))
            yield return "it has no README of its own";
        if (!package.Files.TryGetValue(nuspec.GetIcon() ?? "", out var icon) || !icon.AsSpan().StartsWith(Png))
            yield return "it has no icon";
        if (nuspec.GetReleaseNotes().ReplaceLineEndings("\n") != releaseNotes.Of(package))
            yield return "its release notes are not those of CHANGELOG.md and openapi/CHANGELOG.md";
        var repository = nuspec.GetRepositoryMetadata();
        if (repository.Type != "git" || !Uri.TryCreate(repository.Url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            yield return "it does not say which repository it comes from";
        if (repository.Commit != commit)
            yield return $"it is of commit '{repository.Commit}', and not of {commit}";
    }
}
