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
    public async Task Document_in_a_page_is_returned_unchanged(string page, string document) =>
        Assert.That((await SourceSession.ReadAsync(page)).Text, Is.EqualTo(document));

    [TestCase(Document)]
    [TestCase(Json)]
    [TestCase("# A comment\n---\n" + Document)]
    [TestCase("---\n" + Document)]
    [TestCase("x-notes: |\n  ```yaml\n  openapi: 1\n  ```\n" + Document)]
    [TestCase("\"openapi\": 3.0.3")]
    [TestCase("{openapi: 3.0.3}")]
    public async Task Document_without_a_page_is_returned_unchanged(string document) =>
        Assert.That((await SourceSession.ReadAsync(document)).Text, Is.EqualTo(document));

    [TestCase("# API\n\nNothing here.\n", "standard input: not an OpenAPI document: there is no fenced block, and no 'openapi' at the top level.")]
    [TestCase("Not found", "standard input: not an OpenAPI document: there is no fenced block, and no 'openapi' at the top level.")]
    [TestCase("{\"detail\": \"Not found\"}", "standard input: not an OpenAPI document: there is no fenced block, and no 'openapi' at the top level.")]
    [TestCase("info:\n  openapi: 3.0.3\n", "standard input: not an OpenAPI document: there is no fenced block, and no 'openapi' at the top level.")]
    [TestCase("openapi", "standard input: not an OpenAPI document: there is no fenced block, and no 'openapi' at the top level.")]
    [TestCase("a: openapi\n", "standard input: not an OpenAPI document: there is no fenced block, and no 'openapi' at the top level.")]
    [TestCase(
        "# API\n\n```bash\ncurl\n```\n\n```json\n{\"id\": 1}\n```\n\n```\nopenapi: 3.0.3\n```\n",
        "standard input: this page contains no OpenAPI document. Its fenced blocks: bash in line 3, json in line 7 without a top-level 'openapi', no language in line 11.")]
    [TestCase(
        "```yaml\n" + Document + "```\n\n```json\n" + Json + "```\n",
        "standard input: this page contains 2 OpenAPI documents: lines 1 to 7, lines 9 to 15.")]
    [TestCase("openapi: 3.0.3\ninfo:\n  title: 'open\n", "standard input:3:10: not YAML: While scanning a quoted scalar, found unexpected end of stream.")]
    [TestCase("{\"openapi\": \"3.0.3\",\n\"info\": {]}", "standard input:2:10: not YAML: While parsing a node, did not find expected node content.")]
    [TestCase("openapi: 3.0.3\n---\nopenapi: 3.0.3\n", "standard input:2:1: a second document starts here.")]
    public async Task Text_without_exactly_one_valid_document_is_refused(string text, string refusal) =>
        Assert.That((await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(text)))[0], Is.EqualTo(refusal));

    [Test]
    public async Task Invalid_YAML_in_a_page_is_refused_with_its_line_in_the_page_and_in_the_block()
    {
        var page = string.Concat(Enumerable.Repeat("text\n\n", 6)) + "```yaml\nopenapi: 3.0.3\ninfo:\n  title: T\npaths:\n  a: b: c\n```\n";

        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(page));

        Assert.That(refusal[0], Is.EqualTo(
            "standard input:18:7: not YAML: While scanning a plain scalar value, found invalid mapping (line 5 of the block that starts in line 14)."));
    }

    [Test]
    public async Task Invalid_YAML_without_the_key_openapi_is_refused_with_its_line()
    {
        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync("info: [\n"));

        Assert.That(refusal[1], Does.StartWith("The text is not valid YAML: standard input:2:"));
    }

    [TestCase("<!doctype html><html><head><title>404 Not Found</title>", "standard input: this is an HTML page with the title '404 Not Found', not a document.")]
    [TestCase("\n <!-- x -->\n<HTML lang='en'>\n<TITLE>\n Sign in &amp;\u001b\n wait </TITLE>", "standard input: this is an HTML page with the title 'Sign in & wait', not a document.")]
    [TestCase("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>\n<body>```yaml", "standard input: this is an HTML page without a title, not a document.")]
    public async Task HTML_page_is_refused_with_its_title(string text, string refusal) =>
        Assert.That((await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(text)))[0], Is.EqualTo(refusal));

    [Test]
    public async Task Page_that_is_nested_too_deeply_is_refused()
    {
        var refusal = await SourceSession.RefusalAsync(() => SourceSession.ReadAsync(new string('>', 1000) + "\n```\n```\n"));

        Assert.That(refusal[0], Is.EqualTo("standard input: this page cannot be read as Markdown."));
    }
}
