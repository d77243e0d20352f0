namespace Aurora.Spec.Tests.Sources;

[TestFixture]
public sealed class DocumentFinderTests
{
    private const string Document = SourceSession.Minimal;

    private const string Json = "{\n\t\"openapi\": \"3.0.3\",\n\t\"info\": { \"title\": \"\\ud83d\\ude00\", \"version\": \"1\" },\n\t\"paths\": {}\n}\n";

    [TestCase("```yaml\n" + Document + "```\n", Document)]
    [TestCase("# API\n\n~~~YML title=\"x\"\n" + Document + "~~~\n", Document)]
    [TestCase("```json\n" + Json + "```", Json)]
    [TestCase("```json\n{\"id\": 1}\n```\n\n```bash\ncurl\n```\n\n````yaml\n" + Document + "````\n", Document)]
    [TestCase("---\nopenapi: get /api/aurora/\n---\n\n```yaml\n" + Document + "```\n", Document)]
    [TestCase("```yaml\nx:\t1  \n\nopenapi: 3.0.3\n\n\n```\n", "x:\t1  \n\nopenapi: 3.0.3\n\n\n")]
    [TestCase("````yaml\nopenapi: 3.0.3\nx: |\n  ```yaml\n  openapi: 1\n  ```\n````\n", "openapi: 3.0.3\nx: |\n  ```yaml\n  openapi: 1\n  ```\n")]
    public async Task Document_in_a_page_is_taken_word_for_word(string page, string document) =>
        Assert.That((await SourceSession.ReadAsync(page)).Text, Is.EqualTo(document));

    [TestCase(Document)]
    [TestCase(Json)]
    [TestCase("# A comment\n---\n" + Document)]
    [TestCase("---\n" + Document)]
    [TestCase("x-notes: |\n  ```yaml\n  openapi: 1\n  ```\n" + Document)]
    [TestCase("\"openapi\": 3.0.3")]
    [TestCase("{openapi: 3.0.3}")]
    public async Task Document_without_a_page_is_taken_word_for_word(string document) =>
        Assert.That((await SourceSession.ReadAsync(document)).Text, Is.EqualTo(document));

    [TestCase("# API\n\nNothing here.\n", "standard input: no OpenAPI document: no fenced block, and no 'openapi' at the top level.")]
    [TestCase("Not found", "standard input: no OpenAPI document: no fenced block, and no 'openapi' at the top level.")]
    [TestCase("{\"detail\": \"Not found\"}", "standard input: no OpenAPI document: no fenced block, and no 'openapi' at the top level.")]
    [TestCase("info:\n  openapi: 3.0.3\n", "standard input: no OpenAPI document: no fenced block, and no 'openapi' at the top level.")]
    [TestCase("openapi", "standard input: no OpenAPI document: no fenced block, and no 'openapi' at the top level.")]
    [TestCase("a: openapi\n", "standard input: no OpenAPI document: no fenced block, and no 'openapi' at the top level.")]
    [TestCase(
        "# API\n\n```bash\ncurl\n```\n\n```json\n{\"id\": 1}\n```\n\n```\nopenapi: 3.0.3\n```\n",
        "standard input: no OpenAPI document in this page. Its fenced blocks: bash in line 3, json in line 7 without a top-level 'openapi', no language in line 11.")]
    [TestCase(
        "```yaml\n" + Document + "```\n\n```json\n" + Json + "```\n",
        "standard input: 2 OpenAPI documents in this page: lines 1 to 7, lines 9 to 15.")]
    [TestCase("openapi: 3.0.3\ninfo:\n  title: 'open\n", "standard input:3:10: not YAML: While scanning a quoted scalar, found unexpected end of stream.")]
    [TestCase("{\"openapi\": \"3.0.3\",\n\"info\": {]}", "standard input:2:10: not YAML: While parsing a node, did not find expected node content.")]
    [TestCase("openapi: 3.0.3\n---\nopenapi: 3.0.3\n", "standard input:2:1: a second document begins here.")]
    public async Task What_holds_no_single_document_is_refused(string text, string refusal) =>
        Assert.That((await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(text)))[0], Is.EqualTo(refusal));

    [Test]
    public async Task Broken_yaml_in_a_page_is_told_by_the_line_of_the_page_and_of_the_block()
    {
        var page = string.Concat(Enumerable.Repeat("text\n\n", 6)) + "```yaml\nopenapi: 3.0.3\ninfo:\n  title: T\npaths:\n  a: b: c\n```\n";

        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(page));

        Assert.That(refusal[0], Is.EqualTo(
            "standard input:18:7: not YAML: While scanning a plain scalar value, found invalid mapping (line 5 of the block that begins in line 14)."));
    }

    [Test]
    public async Task Broken_yaml_without_the_key_is_told_too()
    {
        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync("info: [\n"));

        Assert.That(refusal[1], Does.StartWith("As YAML it is broken: standard input:2:"));
    }

    [TestCase("<!doctype html><html><head><title>404 Not Found</title>", "standard input: an HTML page titled '404 Not Found', not a document.")]
    [TestCase("\n <!-- x -->\n<HTML lang='en'>\n<TITLE>\n Sign in &amp;\u001b\n wait </TITLE>", "standard input: an HTML page titled 'Sign in & wait', not a document.")]
    [TestCase("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>\n<body>```yaml", "standard input: an HTML page without a title, not a document.")]
    public async Task Html_is_refused_by_its_title(string text, string refusal) =>
        Assert.That((await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(text)))[0], Is.EqualTo(refusal));

    [Test]
    public async Task A_page_that_nests_too_deep_is_refused()
    {
        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(new string('>', 1000) + "\n```\n```\n"));

        Assert.That(refusal[0], Is.EqualTo("standard input: not readable as a Markdown page."));
    }
}
