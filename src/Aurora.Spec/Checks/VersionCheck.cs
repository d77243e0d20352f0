using System.Xml.Linq;

namespace Aurora.Spec.Checks;

/// <summary>Checks that the version is high enough for the changes since the last release.</summary>
/// <param name="documentBump">Returns the version bump that a change of the released document requires, or null for <see cref="DocumentBump"/>.</param>
internal sealed class VersionCheck(Func<SpecDocument, SpecDocument, VersionBump>? documentBump = null) : ICheck
{
    public string Name => "version";

    public Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken) => Task.FromResult(Run(repository));

    private CheckResult Run(Repository repository)
    {
        var version = PackageVersion.Of(repository);
        if (Baseline.Of(repository) is not { } released)
            return new CheckResult([], $"{version}; nothing has been released yet");

        var document = repository.ReadDocument();
        var reasons = ApiSnapshot.All
            .Select(snapshot => (Bump: ApiBump.Between(released.Apis[snapshot], repository.ReadText(snapshot.ApprovedFile)), What: snapshot.ApprovedFile))
            .Prepend((Bump: (documentBump ?? DocumentBump.Between)(released.Document, document), What: Repository.Document))
            .ToList();
        var bump = reasons.Max(reason => reason.Bump);
        var lowest = SemanticVersionRule.Lowest(released.Version, bump);
        if (SemanticVersionRule.Allows(version, released.Version, bump))
            return new CheckResult([], $"{version}, after {released.Version}");
        var why = bump == VersionBump.None
            ? $"{released.Version} is already released"
            : $"{Level(bump)} change since {released.Version}: {string.Join(", ", reasons.Where(reason => reason.Bump == bump).Select(reason => reason.What))}";
        return CheckResult.Of([new CheckFinding($"{version} is too low: {why}", $"Write <VersionPrefix>{lowest}</VersionPrefix> in {PackageVersion.File}")]);
    }

    private static string Level(VersionBump bump) => bump switch
    {
        VersionBump.Major => "a breaking",
        VersionBump.Minor => "a compatible",
        _ => "a small",
    };
}

/// <summary>Requires a new version, its release notes and the real address of the repository. Only a release requires these.</summary>
internal static class ReleaseCheck
{
    private const string Properties = "src/Directory.Build.props";

    public static async Task<IReadOnlyList<CheckFinding>> FindAsync(Repository repository, CancellationToken cancellationToken) =>
        [.. Find(repository), .. (await new VersionCheck().RunAsync(repository, cancellationToken)).Findings];

    private static IEnumerable<CheckFinding> Find(Repository repository)
    {
        var version = PackageVersion.Of(repository);
        if (Baseline.Of(repository)?.Version is { } released && version <= released)
            yield return new CheckFinding($"The version is {version}, but {released} has been released, as {Baseline.Folder} records.", $"write a higher version in {PackageVersion.File}, and commit it.");
        var heading = $"## {SemanticVersionRule.Stable(version)}";
        if (!File.Exists(repository.PathOf("src/CHANGELOG.md")) || !File.ReadLines(repository.PathOf("src/CHANGELOG.md")).Contains(heading))
            yield return new CheckFinding($"src/CHANGELOG.md has no section '{heading}', so the packages would have no release notes.", "write the section, and commit it.");
        var url = XDocument.Load(repository.PathOf(Properties)).Descendants("RepositoryUrl").FirstOrDefault()?.Value;
        // These names are reserved for examples and tests.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Split('.')[^1] is "example" or "invalid" or "test" or "localhost")
            yield return new CheckFinding($"RepositoryUrl in {Properties} is '{url}', which is a placeholder. Debuggers could not download the sources.", "write the address of the repository, and commit it.");
    }
}
