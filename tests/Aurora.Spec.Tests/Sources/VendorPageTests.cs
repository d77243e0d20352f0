namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class VendorPageTests
{
    private static string Page => Path.Combine(TestContext.CurrentContext.TestDirectory, "Sources", "Pages", "get-aurora.md");

    [Test]
    public async Task Block_in_the_vendors_page_is_the_committed_document()
    {
        var document = await SourceSession.ReadSourceAsync(Page);

        Assert.That(document.Text, Is.EqualTo(TestRepository.DocumentText));
        Assert.That(document.Text, Does.EndWith("settings page.\n\n"));
    }

    [Test]
    public async Task Nodes_have_their_line_in_the_page()
    {
        var document = await SourceSession.ReadSourceAsync(Page);

        var lines = await File.ReadAllLinesAsync(Page);
        Assert.That(lines[document.Root.At("components", "schemas", "StatusD69Enum")!.Line - 1], Is.EqualTo("    StatusD69Enum:"));
        Assert.That(document.Name, Is.EqualTo(Page));
    }

    [Test]
    public async Task Incomplete_page_is_refused()
    {
        var page = await File.ReadAllTextAsync(Page);

        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(page[..^4]));

        Assert.That(refusal[0], Is.EqualTo("standard input:13: the block that starts here is not closed, so the page is incomplete."));
    }
}
