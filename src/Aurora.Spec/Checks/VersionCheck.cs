using Aurora.Spec.PublicApi;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Checks;

/// <summary>Checks that the version is high enough for the changes since the last release.</summary>
/// <param name="documentBump">Returns the version bump that a change from the released to the committed document requires.</param>
internal sealed class VersionCheck(Func<SpecDocument, SpecDocument, VersionBump> documentBump) : ICheck
{
    public VersionCheck()
        : this(DocumentBump.Between)
    {
    }

    public string Name => "version";

    public Task<CheckResult> RunAsync(Repository repository, CancellationToken cancellationToken) => Task.FromResult(Run(repository));

    private CheckResult Run(Repository repository)
    {
        var version = PackageVersion.Of(repository);
        if (Baseline.Of(repository) is not { } released)
            return new CheckResult([], $"{version}; nothing has been released yet");

        var document = SpecDocument.Parse(Repository.Document, repository.ReadText(Repository.Document));
        var reasons = ApiSnapshot.All
            .Select(snapshot => (Bump: ApiBump.Between(released.Apis[snapshot], repository.ReadText(snapshot.ApprovedFile)), What: snapshot.ApprovedFile))
            .Prepend((Bump: documentBump(released.Document, document), What: Repository.Document))
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
