using Aurora.Spec.Changelogs;

namespace Aurora.Spec.Tests.Changelogs;

[TestFixture]
public sealed class ChangelogEntryTests
{
    private static readonly string Hash = new('0', 64);

    [Test]
    public void Newest_returns_the_first_entry()
    {
        var entry = ChangelogEntry.Newest($"# Changes\n\n## 1.1.0-beta – 2026-11-24\n\n### Added\nDocument: sha256 {Hash}\n\n## 1.0.0 – 2026-01-01\nDocument: sha256 none\n");

        Assert.That(entry, Is.EqualTo(new ChangelogEntry("1.1.0-beta", new DateOnly(2026, 11, 24), Hash)));
        Assert.That((entry.Heading, entry.DocumentLine), Is.EqualTo(("## 1.1.0-beta – 2026-11-24", $"Document: sha256 {Hash}")));
    }

    [TestCase("# Changes\n", "has no entry")]
    [TestCase("## 1.0.0 - 2026-11-24\n", "starts with '## 1.0.0 - 2026-11-24'")]
    [TestCase("## 1.0.0 – 2026-02-30\n", "starts with '## 1.0.0 – 2026-02-30'")]
    [TestCase("## 1.0.0 – 2026-11-24\nDocument: sha256 12\n", "'## 1.0.0 – 2026-11-24', does not name its document")]
    [TestCase("## 1.0.0 – 2026-11-24\n\n## 0.9.0 – 2026-11-23\nDocument: sha256 0000000000000000000000000000000000000000000000000000000000000000\n", "does not name its document")]
    public void Newest_refuses_an_invalid_entry_and_shows_the_valid_form(string changelog, string message)
    {
        var exception = Assert.Catch<SpecException>(() => ChangelogEntry.Newest(changelog));

        Assert.That(exception!.Lines[0], Does.Contain(message));
        Assert.That(exception.Lines, Has.Count.EqualTo(2));
    }
}
