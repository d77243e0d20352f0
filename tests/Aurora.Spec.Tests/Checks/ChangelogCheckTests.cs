using System.Text.RegularExpressions;
using Aurora.Spec.Changelogs;
using Aurora.Spec.Checks;

namespace Aurora.Spec.Tests.Checks;

[TestFixture]
public sealed partial class ChangelogCheckTests : RepositoryCopyTests
{
    private static readonly string Other = new('a', 64);

    [Test]
    public async Task Entry_of_another_document_is_found_with_the_correct_text()
    {
        var right = ChangelogEntry.Newest(Copy[ChangelogEntry.File]);
        Copy.Replace(ChangelogEntry.File, right.Sha256, Other);

        Assert.That(await new ChangelogCheck().FindingsAsync(Copy.Repository), Has.Exactly(1).Items
            .And.Some.Contains(Other).And.Some.EndsWith($"or write 'Document: sha256 {right.Sha256}'"));
    }

    [Test]
    public async Task Changed_document_is_found_by_its_version_and_hash()
    {
        Copy["openapi/aurora.yaml"] = InfoVersion().Replace(Copy["openapi/aurora.yaml"], "  version: 99.0.1", 1);

        Assert.That(await new ChangelogCheck().FindingsAsync(Copy.Repository), Has.Exactly(2).Items.And.Some.Contains("openapi/aurora.yaml has version 99.0.1 |"));
    }

    [Test]
    public async Task Only_the_newest_entry_is_checked()
    {
        Copy[ChangelogEntry.File] += $"\n## 0.9.0 – 2025-01-01\n\nDocument: sha256 {Other}\n";

        Assert.That(await new ChangelogCheck().FindingsAsync(Copy.Repository), Is.Empty);
    }

    [Test]
    public async Task Missing_changelog_is_reported()
    {
        File.Delete(Copy.Repository.PathOf(ChangelogEntry.File));

        await Assert.ThatAsync(() => new ChangelogCheck().FindingsAsync(Copy.Repository), Throws.TypeOf<SpecException>().With.Message.Contains("CHANGELOG.md is missing"));
    }

    [GeneratedRegex("^  version: .*$", RegexOptions.Multiline)]
    private static partial Regex InfoVersion();
}
