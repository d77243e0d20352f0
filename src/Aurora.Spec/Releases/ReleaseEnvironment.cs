using Aurora.Spec.Releases.Feeds;

namespace Aurora.Spec.Releases;

/// <summary>What the programs that a release runs find in their environment.</summary>
internal static class ReleaseEnvironment
{
    /// <summary>Where the tests of the packages find those of the release, instead of packing their own.</summary>
    public const string PackagesVariable = "AURORA_PACKAGES";

    /// <summary>Takes the keys away, the callers' too: a build or a test has no use for them, and may print what it finds.</summary>
    public static IReadOnlyDictionary<string, string?> WithoutSecrets { get; } = new Dictionary<string, string?>
    {
        [FeedKey.Variable] = null,
        [FeedAddress.Variable] = null,
        ["AURORA_API_ID"] = null,
        ["AURORA_API_KEY"] = null,
    };

    public static IReadOnlyDictionary<string, string?> WithPackages(Repository repository) =>
        new Dictionary<string, string?>(WithoutSecrets) { [PackagesVariable] = repository.PathOf(PackageSet.Folder) };
}
