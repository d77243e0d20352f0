using Aurora.Spec.Checks;
using Aurora.Spec.Versions;

namespace Aurora.Spec.Tests.Checks;

[TestFixture]
public sealed class VersionCheckTests : RepositoryCopyTests
{
    private const string Approved = "src/Aurora.Client/PublicApi/net10.0.approved.txt";

    [SetUp]
    public void Release()
    {
        Copy.Version = "1.2.3";
        Baseline.Record(Copy.Repository);
    }

    [Test]
    public async Task Repository_without_a_release_passes_with_a_note()
    {
        Directory.Delete(Copy.Repository.PathOf(Baseline.Folder), recursive: true);

        var result = await new VersionCheck().RunAsync(Copy.Repository, CancellationToken.None);

        Assert.That((result.Findings.Count, result.Note), Is.EqualTo((0, "1.2.3; nothing has been released yet")));
    }

    [Test]
    public async Task Unchanged_document_and_API_require_no_new_version() => Assert.That(await FindAsync(VersionBump.None), Is.Empty);

    [Test]
    public async Task Added_target_framework_requires_a_minor_version()
    {
        File.WriteAllText(Copy.Repository.PathOf($"{Baseline.Folder}/Aurora.Client.net8.0.txt"), "");

        Assert.That((await FindAsync(VersionBump.None)).Single(), Does.Contain("1.3.0").And.Contain("net8.0"));
    }

    [Test]
    public async Task Version_below_the_released_one_is_found()
    {
        Copy.Version = "1.2.2";

        Assert.That(await FindAsync(VersionBump.None), Is.EqualTo(
            new[] { "1.2.2 is too low: 1.2.3 is already released | Write <VersionPrefix>1.2.3</VersionPrefix> in Directory.Build.props" }));
    }

    [TestCase("Patch", "1.2.4", "a small change")]
    [TestCase("Minor", "1.3.0", "a compatible change")]
    [TestCase("Major", "2.0.0", "a breaking change")]
    public async Task Changed_document_requires_a_new_version(string bump, string lowest, string level)
    {
        var documentBump = Enum.Parse<VersionBump>(bump);
        Assert.That(await FindAsync(documentBump), Is.EqualTo(new[]
        {
            $"1.2.3 is too low: {level} since 1.2.3: openapi/aurora.yaml | Write <VersionPrefix>{lowest}</VersionPrefix> in Directory.Build.props",
        }));

        Copy.Version = lowest;
        Assert.That(await FindAsync(documentBump), Is.Empty);
    }

    [TestCase("        public const int MaxIds = 100;\n", "", "2.0.0")]
    [TestCase("MaxIds = 100", "MaxIds = 50", "2.0.0")]
    [TestCase("        public const int MaxIds = 100;\n", "        public const int MaxIds = 100;\n        public const int MinIds = 1;\n", "1.3.0")]
    public async Task Changed_public_API_requires_a_new_version(string find, string replacement, string lowest)
    {
        Copy.Replace(Approved, find, replacement);

        Assert.That(await FindAsync(VersionBump.Patch), Has.Exactly(1).Items.And.Some.Contains(Approved).And.Some.Contains($"<VersionPrefix>{lowest}<"));
    }

    [Test]
    public async Task Changed_text_of_the_document_requires_a_patch_version()
    {
        Copy["openapi/aurora.yaml"] += "\n";

        Assert.That(await new VersionCheck().FindingsAsync(Copy.Repository), Has.Exactly(1).Items.And.Some.Contains("1.2.4"));
    }

    [Test]
    public async Task Incomplete_record_of_the_release_is_reported()
    {
        File.Delete(Copy.Repository.PathOf("openapi/released/Aurora.Testing.net10.0.txt"));

        await Assert.ThatAsync(() => FindAsync(VersionBump.None), Throws.TypeOf<SpecException>().With.Message.Contains("git checkout openapi/released/Aurora.Testing.net10.0.txt"));
    }

    private Task<IReadOnlyList<string>> FindAsync(VersionBump documentBump) => new VersionCheck((_, _) => documentBump).FindingsAsync(Copy.Repository);
}
