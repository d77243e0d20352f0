using System.Xml.Linq;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Checks;

/// <summary>Requires a new version, its release notes and the real address of the repository. Only a release requires these.</summary>
internal sealed class ReleaseCheck : ICheck
{
    private const string Properties = "src/Directory.Build.props";

    public string Name => "release";

    public async Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken) =>
        CheckResult.Of([.. Find(repository), .. (await new VersionCheck().RunAsync(repository, cancellationToken)).Findings]);

    private static IEnumerable<CheckFinding> Find(Repository repository)
    {
        var version = PackageVersion.Of(repository);
        if (Baseline.Of(repository)?.Version is { } released && version <= released)
            yield return new CheckFinding($"The version is {version}, but {released} has been released, as {Baseline.Folder} records.", $"write a higher version in {PackageVersion.File}, and commit it.");
        var heading = $"## {SemanticVersionRule.Stable(version)}";
        if (!File.Exists(repository.PathOf("CHANGELOG.md")) || !File.ReadLines(repository.PathOf("CHANGELOG.md")).Contains(heading))
            yield return new CheckFinding($"CHANGELOG.md has no section '{heading}', so the packages would have no release notes.", "write the section, and commit it.");
        var url = XDocument.Load(repository.PathOf(Properties)).Descendants("RepositoryUrl").FirstOrDefault()?.Value;
        // These names are reserved for examples and tests.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Split('.')[^1] is "example" or "invalid" or "test" or "localhost")
            yield return new CheckFinding($"RepositoryUrl in {Properties} is '{url}', which is a placeholder. Debuggers could not download the sources.", "write the address of the repository, and commit it.");
    }
}
