using Aurora.Spec.Documents;
using Aurora.Spec.PublicApi;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Checks;

/// <summary>The version is far enough from the last released one for what has changed since.</summary>
/// <param name="documentBump">What the change from the released document to the committed one asks for.</param>
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
            ? $"{released.Version} has been released"
            : $"{Level(bump)} change since {released.Version}: {string.Join(", ", reasons.Where(reason => reason.Bump == bump).Select(reason => reason.What))}";
        return CheckResult.Of([new CheckFinding($"{version} is too low: {why}", $"Write <VersionPrefix>{lowest}</VersionPrefix> in {PackageVersion.File}")]);
    }

    private static string Level(VersionBump bump) => bump switch
    {
        VersionBump.Major => "a breaking",
        VersionBump.Minor => "an added",
        _ => "a small",
    };
}
