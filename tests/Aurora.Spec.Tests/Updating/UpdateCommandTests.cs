using Aurora.Spec.Changelogs;
using Aurora.Spec.Documents;
using Aurora.Spec.Terminals;
using Aurora.Spec.Tests.Growth;

namespace Aurora.Spec.Tests.Updating;

[TestFixture]
[Parallelizable]
public sealed class UpdateCommandTests : RepositoryCopyTests
{
    private const string Page = "page.md";

    private static readonly string Vendors = TestRepository.DocumentText;

    [Test]
    public async Task Update_to_the_committed_document_writes_nothing()
    {
        var update = await UpdateAsync(Vendors);

        Assert.That((update.Code, update.Error.Trim()), Is.EqualTo((ExitCode.Done, "openapi/aurora.yaml already is this document. Nothing was written.")));
        Assert.That(Changed(), Is.Empty);
    }

    [Test]
    public async Task Update_writes_the_document_the_changelog_and_the_client_and_lists_what_is_left_to_do()
    {
        var text = Vendors.Replace("credits_used:\n          type: number", "credits_used:\n          type: integer", StringComparison.Ordinal)
            .Replace("Maximum 100", "Maximum 50", StringComparison.Ordinal)
            .Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal);
        var before = Copy[ChangelogEntry.File];

        var update = await UpdateAsync(text);

        Assert.That(update.Code, Is.EqualTo(ExitCode.Done), update.Error);
        Assert.That(Changed(), Is.EquivalentTo(new[] { "openapi/CHANGELOG.md", "openapi/aurora.yaml", "src/Aurora.Client/Generated/AuroraClient.g.cs", "src/Aurora.Client/Generated/Models.g.cs" }));
        Assert.That(Copy[Repository.Document], Is.EqualTo(text));
        var entry = before.IndexOf("## ", StringComparison.Ordinal);
        Assert.That(Copy[ChangelogEntry.File], Does.StartWith(before[..entry] + "## 1.1.0 – 20").And.EndsWith("\n\n" + before[entry..]));
        Assert.That(Copy[ChangelogEntry.File], Does.Contain("- ERR api-major-version-not-bumped at `#/info/version`: `1.0.0` → `1.1.0`."));
        Assert.That(Copy["src/Aurora.Client/Generated/Models.g.cs"], Does.Contain("public int CreditsUsed"));
        Assert.That(update.Output, Does.Contain("AuroraFlow.CreditsUsed").And.Contain("change code"));
        Assert.That(update.Error, Does.Contain("Left to do:").And.Contain("MaxIds").And.Contain("api --accept"));
        Assert.That((await ToolRun.InAsync(Copy.Repository, "check")).Output, Does.Contain("ok     generated code").And.Contain("ok     changelog"));
    }

    [Test]
    public async Task Update_dry_run_shows_the_difference_and_writes_nothing()
    {
        var update = await UpdateAsync(Vendors.Replace("        - rejected\n", "        - rejected\n        - expired\n", StringComparison.Ordinal), "--dry-run", "--output", "markdown");

        Assert.That(update.Code, Is.EqualTo(ExitCode.Done), update.Error);
        Assert.That(update.Output, Does.Contain("| WARN | `response-property-enum-value-added` |").And.Contain("| do nothing | `AuroraStatus.Expired` |"));
        Assert.That(update.Error, Does.Contain("Would write openapi/aurora.yaml").And.Contain("Would write src/Aurora.Client/Generated/Models.g.cs").And.Not.Contain("Wrote"));
        Assert.That(Changed(), Is.Empty);
    }

    [TestCase("# Nothing here\n", "not an OpenAPI document: there is no fenced block")]
    [TestCase("# Two\n\n```yaml\nopenapi: 3.0.3\n```\n\n```yaml\nopenapi: 3.0.3\n```\n", "this page contains 2 OpenAPI documents: lines 3 to 5, lines 7 to 9.")]
    [TestCase("openapi: 3.0.3\ninfo: [\n", ":3:1: not YAML")]
    [TestCase("swagger: '2.0'\n", "#/swagger: Swagger 2.0 is not supported")]
    [TestCase("openapi: 3.1.0\n", "#/openapi: OpenAPI 3.1.0 is not supported")]
    [TestCase("openapi: 3.0.3\ninfo: { title: A, version: 1.0.0 }\npaths:\n  /a/: { get: { operationId: a, responses: { '200': { $ref: '#/nowhere' } } } }\n", "'#/nowhere' has no target")]
    [TestCase("<!DOCTYPE html><title>Sign in</title>", "an HTML page with the title 'Sign in'")]
    [TestCase("", ": the source is empty.")]
    public async Task Update_from_an_invalid_document_is_bad_input_and_writes_nothing(string text, string message)
    {
        var update = await UpdateAsync(text);

        Assert.That((update.Code, update.Output), Is.EqualTo((ExitCode.BadInput, "")));
        Assert.That(update.Error, Does.Contain(message));
        Assert.That(Changed(), Is.Empty);
    }

    [Test]
    public async Task Update_that_the_generator_refuses_writes_nothing()
    {
        Copy["openapi/templates/Class.liquid"] = "{% if %}";

        var update = await UpdateAsync(Vendors.Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal));

        Assert.That((update.Code, Changed().Where(file => file != "openapi/templates/Class.liquid")), Is.EqualTo((ExitCode.BadInput, Array.Empty<string>())));
        Assert.That(update.Error, Does.Contain("Nothing was written"));
    }

    [TestCase("upload")]
    [TestCase("upload", "--dry-run")]
    [TestCase("binary-response")]
    public async Task Update_that_the_client_cannot_express_names_the_line_and_writes_nothing(string document, params string[] options)
    {
        var update = await UpdateAsync(Growth(document + ".yaml"), options);

        Assert.That(update.Code, Is.EqualTo(ExitCode.BadInput), update.Output);
        Assert.That(update.Error, Does.Match(@"page\.md:\d+: #/(paths|components)/").And.Contain("Nothing was written."));
        Assert.That(Changed(), Is.Empty);
    }

    [Test]
    public async Task Update_with_two_enums_of_one_name_succeeds_with_the_line_from_the_refusal()
    {
        var refusal = await UpdateAsync(Growth("two-hashed-status.yaml"));
        Assert.That((refusal.Code, Changed()), Is.EqualTo((ExitCode.BadInput, Array.Empty<string>())));
        Assert.That(refusal.Error, Does.Match(@"page\.md:\d+: #/components/").And.Contain("|StatusA61Enum=AuroraAudioStatus|"));
        Copy["openapi/templates/Names.liquid"] += "|StatusA61Enum=AuroraAudioStatus|\n";

        var update = await UpdateAsync(Growth("two-hashed-status.yaml"));

        Assert.That(update.Code, Is.EqualTo(ExitCode.Done), update.Error);
        Assert.That(Copy["src/Aurora.Client/Generated/Models.g.cs"], Does.Contain("struct AuroraAudioStatus ").And.Contain("struct AuroraStatus ").And.Contain("public AuroraAudioStatus AudioStatus"));
    }

    [Test]
    public async Task Update_to_a_paged_list_compiles_and_names_the_methods_to_change()
    {
        var update = await UpdateAsync(Growth("paged.yaml"));

        Assert.That(update.Code, Is.EqualTo(ExitCode.Done), update.Error);
        Assert.That(Copy["src/Aurora.Client/Generated/AuroraClient.g.cs"], Does.Contain("Task<PaginatedAuroraFlowList> ListPageAsync("));
        Assert.That(update.Error, Does.Contain("Change ListAsync and StreamAsync in src/Aurora.Client/AuroraClient.Listing.cs: aurora_list returns PaginatedAuroraFlowList (openapi/aurora.yaml:"));
    }

    [Test]
    public async Task Update_from_three_pages_adds_creating_a_video_and_waiting_for_it()
    {
        var folder = Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "History", "Documents");

        var update = await ToolRun.InAsync(Copy.Repository, "update", TestRepository.Page, Path.Combine(folder, "retrieve.md"), Path.Combine(folder, "create.md"));

        Assert.That(update.Code, Is.EqualTo(ExitCode.Done), update.Error);
        Assert.That(update.Output, Does.Contain("2 differences: 0 ERR, 0 WARN, 2 INFO.").And.Not.Contain("change code"));
        using var server = new RecordedServer(Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Growth", "Documents", "server-answers.json"));
        server.AddEnded("GET /api/aurora/?ids=0f8fad5b-d9cb-469f-a165-708677289501", "GET /api/aurora/0f8fad5b-d9cb-469f-a165-708677289501/");
        var grown = await GrownCaller.CallAsync(
            SpecDocument.Parse("grown", Copy[Repository.Document]),
            Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Growth", "Callers", "create-and-wait.cs"),
            server.Address);
        Assert.That(grown, Is.EqualTo("pending True done True"));
    }

    [Test]
    public async Task Update_that_cannot_write_every_file_changes_no_file()
    {
        // A folder in place of the last file makes its move fail.
        File.Delete(Copy.Repository.PathOf("src/Aurora.Client/Generated/Models.g.cs"));
        Directory.CreateDirectory(Copy.Repository.PathOf("src/Aurora.Client/Generated/Models.g.cs/in-the-way"));

        var update = await UpdateAsync(Vendors.Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal));

        Assert.That(update.Code, Is.EqualTo(ExitCode.BadInput), update.Error);
        Assert.That(update.Error, Does.Contain("could not be written").And.Contain("Nothing was changed"));
        Assert.That(Changed(), Is.EqualTo(new[] { "src/Aurora.Client/Generated/Models.g.cs" }));
    }

    [Test]
    public async Task Update_merges_standard_input_and_other_sources()
    {
        var folder = Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "History", "Documents");
        await using var input = File.OpenRead(Path.Combine(folder, "retrieve.md"));
        using var error = new StringWriter();

        var code = await SpecTool.RunAsync(
            ["update", TestRepository.Page, "-", Path.Combine(folder, "create.md")],
            new SpecConsole(TextWriter.Null, error) { WorkingDirectory = Copy.Repository.Root, Input = input });

        Assert.That(code, Is.EqualTo(ExitCode.Done), error.ToString());
        Assert.That(Copy["src/Aurora.Client/Generated/AuroraClient.g.cs"], Does.Contain("RetrieveAsync(").And.Contain("CreateAsync("));
    }

    [Test]
    public async Task Update_that_is_interrupted_writes_nothing()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();
        Copy[Page] = Vendors.Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal);
        using var error = new StringWriter();

        var code = await SpecTool.RunAsync(["update", Copy.Repository.PathOf(Page)], new SpecConsole(TextWriter.Null, error) { WorkingDirectory = Copy.Repository.Root }, interrupted.Token);

        Assert.That((code, error.ToString().Trim()), Is.EqualTo((ExitCode.Interrupted, "Interrupted. Nothing was written.")));
        File.Delete(Copy.Repository.PathOf(Page));
        Assert.That(Changed(), Is.Empty);
    }

    private static string Growth(string document) => File.ReadAllText(Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Growth", "Documents", document));

    private async Task<ToolRun> UpdateAsync(string text, params string[] options)
    {
        Copy[Page] = text;
        var update = await ToolRun.InAsync(Copy.Repository, ["update", Copy.Repository.PathOf(Page), .. options]);
        File.Delete(Copy.Repository.PathOf(Page));
        return update;
    }

    private string[] Changed() => Copy.Changed();
}
