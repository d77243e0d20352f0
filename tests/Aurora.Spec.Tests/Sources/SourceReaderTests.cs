using System.Text;
using Aurora.Spec.Documents;
using Aurora.Spec.Sources;
using Aurora.Spec.Terminals;

namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class SourceReaderTests
{
    private const string Minimal = "openapi: 3.0.3\ninfo: {title: A, version: 1.0.0}\npaths: {}\n";

    private static readonly string Page = Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "History", "Documents", "list.md");

    private string _file = "";

    [SetUp]
    public void NameAFile() => _file = Path.GetTempFileName();

    [TearDown]
    public void DeleteTheFile() => File.Delete(_file);

    [Test]
    public async Task Block_of_the_vendors_page_is_the_committed_document_word_for_word()
    {
        var document = await ReadAsync(Page);

        Assert.That(document.Text, Is.EqualTo(await File.ReadAllTextAsync(TestRepository.Document)));
        Assert.That(document.PlaceOf(document.Root["openapi"]!), Is.EqualTo($"{Page}:14"));
    }

    [TestCase(Minimal)]
    [TestCase("# A comment\n" + Minimal)]
    [TestCase("{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"A\", \"version\": \"1.0.0\"}, \"paths\": {}}")]
    [TestCase("{\n\t\"openapi\": \"3.0.3\",\n\t\"info\": {\"title\": \"A\", \"version\": \"1.0.0\"}\n}\n")]
    [TestCase("openapi: 3.0.3\ninfo:\n  title: A\n  description: |\n    # Heading\n    ```yaml\n    openapi: 3.0.3\n    ```\n  version: 1.0.0\n")]
    public async Task Bare_document_is_taken_as_it_is(string text)
    {
        await File.WriteAllTextAsync(_file, text);

        var document = await ReadAsync(_file);

        Assert.That((document.Text, document.Title, document.FirstLine), Is.EqualTo((text, "A", 1)));
    }

    [Test]
    public async Task Standard_input_is_read_and_a_mark_and_line_ends_of_windows_go()
    {
        using var input = new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Minimal.Replace("\n", "\r\n", StringComparison.Ordinal))]);

        var document = await new SourceReader(new SpecConsole(TextWriter.Null, TextWriter.Null) { Input = input }).ReadAsync("-", CancellationToken.None);

        Assert.That((document.Name, document.Text), Is.EqualTo(("standard input", Minimal)));
    }

    [Test]
    public async Task Block_of_another_language_or_another_document_is_passed_over()
    {
        await File.WriteAllTextAsync(_file, $"# A\n\n```yaml\nname: an example\n```\n\n- in a list:\n\n  ~~~~ YAML get /x\n  {Minimal.Replace("\n", "\n  ", StringComparison.Ordinal)}\n  ~~~~\n\n```json\n{{\"a\": 1}}\n```\n");

        Assert.That((await ReadAsync(_file)).Text.TrimEnd(), Is.EqualTo(Minimal.TrimEnd()));
    }

    [TestCase("", "{0}: it is empty.")]
    [TestCase(" \n\n", "{0}: it is empty.")]
    [TestCase("# A page\n\nWords.\n", "{0}: no block of the page holds a document. It has no block.")]
    [TestCase("# A\n\n```\nopenapi: 3.0.3\n```\n\n```sh\nls\n```\n", "{0}: no block of the page holds a document. It has: a block in line 3, sh in line 7.")]
    [TestCase("# A\n\n```yaml\nopenapi: 3.0.3\n```\n\n```yaml\nopenapi: 3.0.3\n```\n", "{0}: 2 blocks of the page hold a document: in lines 4 and 8.")]
    [TestCase("# A\n\n```yaml\nopenapi: 3.0.3\ninfo: [\n```\n", "{0}:6:1: not YAML: While parsing a node, did not find expected node content.")]
    [TestCase("openapi: 3.0.3\ninfo: {title: 'A\n", "{0}:2:15: not YAML: While scanning a quoted scalar, found unexpected end of stream.")]
    [TestCase("\n<!DOCTYPE html>\n<html><head><title>404 &amp; gone</title></head></html>", "{0}: it is an HTML page titled '404 & gone', not a document.")]
    [TestCase("<!-- x --><html></html>", "{0}: it is an HTML page, not a document.")]
    [TestCase("PK\u0003\u0004\0\0", "{0}: it is not a text: byte 4 is zero.")]
    public async Task What_holds_no_document_is_refused(string text, string message)
    {
        await File.WriteAllTextAsync(_file, text);

        await RefusedAsync(_file, message);
    }

    [Test]
    public async Task Bytes_that_are_not_utf8_are_refused()
    {
        await File.WriteAllBytesAsync(_file, [.. "openapi: "u8, 0xE9, 0x20]);

        await RefusedAsync(_file, "{0}: it is not UTF-8: see byte 9.");
    }

    [Test]
    public async Task File_of_50_megabytes_is_not_read_to_its_end()
    {
        await using (var file = File.OpenWrite(_file))
            file.SetLength(50_000_000);

        await RefusedAsync(_file, "{0}: it is larger than 16 MiB, and was not read further.");
    }

    [Test]
    public async Task Missing_file_and_folder_are_refused()
    {
        await RefusedAsync("/no/such/file.md", "{0}: cannot be read: Could not find a part of the path '/no/such/file.md'.");
        await RefusedAsync(Path.GetTempPath(), "{0}: cannot be read: Access to the path '" + Path.GetTempPath() + "' is denied.");
    }

    private static Task<SpecDocument> ReadAsync(string source) =>
        new SourceReader(new SpecConsole(TextWriter.Null, TextWriter.Null)).ReadAsync(source, CancellationToken.None);

    private static async Task RefusedAsync(string source, string message)
    {
        var exception = await ThrownAsync(() => ReadAsync(source));

        Assert.That(exception?.Lines, Has.Count.EqualTo(2));
        Assert.That(exception!.Lines[0], Is.EqualTo(message.Replace("{0}", source, StringComparison.Ordinal)));
    }

    private static async Task<SpecException?> ThrownAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (SpecException exception)
        {
            return exception;
        }
    }
}
