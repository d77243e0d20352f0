using Aurora.Spec.Changelogs;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Tests.History;

/// <summary>
/// Versions of the vendor's document that were published or could be next. Each test goes from the page to a call: update, build,
/// accept the public API, raise the version, check, and call the new client against a fake made from the new document.
/// </summary>
[TestFixture]
[Parallelizable]
public sealed class HistoryTests : RepositoryCopyTests
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Test]
    public async Task Update_from_the_earlier_to_the_current_document_succeeds()
    {
        await ReleaseAsync("earlier.yaml");
        Assert.That(await CallAsync("ListCaller.cs"), Is.EqualTo(new[] { $"{Id} pending 42 42", $"{Id} pending 42 42", "GET /api/aurora/" }));

        var update = await UpdateAsync(TestRepository.Page);

        Assert.That(update.Output, Does.Contain("response-property-type-generalized").And.Contain("- public int AuroraFlow.CreditsUsed { get; set; }").And.Contain("+ public double AuroraFlow.CreditsUsed { get; set; }"));
        Assert.That(update.Output, Does.Contain("+ public string? AuroraFlow.TextPrompt { get; set; }").And.Contain("struct AuroraModelVersion"));
        Assert.That(update.Output, Does.Contain("60 seconds max → 5 minutes max"));
        var api = await AcceptAsync();
        Assert.That(api, Does.Contain("-        public int CreditsUsed").And.Contain("+        public double CreditsUsed").And.Contain("+        public string? TextPrompt"));
        await RaiseVersionAsync("0.2.0");
        Assert.That(Copy[ChangelogEntry.File], Does.Contain("`integer` → `number`.").And.Contain("- changed: `public int AuroraFlow.CreditsUsed { get; set; }` → `public double AuroraFlow.CreditsUsed { get; set; }`"));
        Assert.That(await CallAsync("CurrentCaller.cs"), Is.EqualTo(new[] { $"{Id} words 0.5 True 0.5", $"{Id} words 0.5 True 0.5", "GET /api/aurora/" }));
    }

    [Test]
    public async Task Update_with_an_operation_by_id_and_then_one_with_a_body_succeeds()
    {
        await ReleaseAsync();

        var retrieve = await UpdateAsync(TestRepository.Page, "retrieve.md");

        Assert.That(retrieve.Output, Does.Contain("endpoint-added").And.Contain("AuroraClient.RetrieveAsync(Guid id, CancellationToken cancellationToken").And.Contain("1 difference: 0 ERR, 0 WARN, 1 INFO"));

        var create = await UpdateAsync(TestRepository.Page, "retrieve.md", "create.md");

        Assert.That(create.Output, Does.Contain("endpoint-added").And.Contain("AuroraClient.CreateAsync(AuroraFlow body, CancellationToken").And.Contain("1 difference: 0 ERR, 0 WARN, 1 INFO"));
        var api = await AcceptAsync();
        Assert.That(api, Does.Contain("RetrieveAsync(System.Guid id, System.Threading.CancellationToken cancellationToken = default)"));
        Assert.That(api, Does.Contain("CreateAsync(Aurora.Client.AuroraFlow body, System.Threading.CancellationToken cancellationToken = default)"));
        await RaiseVersionAsync("0.1.1");
        Assert.That(await CallAsync("NewOperationsCaller.cs"), Is.EqualTo(new[]
        {
            $"{Id} pending",
            $"{Id} pending",
            $"GET /api/aurora/{Id}/",
            """POST /api/aurora/ {"name":"A first","audio":"https://files.example/a.mp3","image":"https://files.example/a.png"}""",
        }));
    }

    /// <summary>Makes the document, if one is given, the last released one.</summary>
    private async Task ReleaseAsync(string? document = null)
    {
        Copy.Version = "0.1.0";
        if (document is not null)
        {
            await UpdateAsync(document);
            await AcceptAsync();
        }

        if (Directory.Exists(Copy.Repository.PathOf("openapi/released")))
            Directory.Delete(Copy.Repository.PathOf("openapi/released"), recursive: true);
        Assert.That((await ToolRun.InAsync(Copy.Repository, "baseline")).Code, Is.EqualTo(ExitCode.Done));
    }

    private async Task<ToolRun> UpdateAsync(params string[] sources)
    {
        var update = await ToolRun.InAsync(Copy.Repository, ["update", .. sources.Select(PathOf)]);
        Assert.That(update.Code, Is.EqualTo(ExitCode.Done), update.Error);
        Assert.That(update.Error, Does.Contain("Wrote openapi/aurora.yaml").And.Contain("Left to do:"));
        return update;
    }

    private async Task<string> AcceptAsync()
    {
        var accept = await ToolRun.InAsync(Copy.Repository, "api", "--accept");
        Assert.That(accept.Code, Is.EqualTo(ExitCode.Done), accept.Error);
        return accept.Output;
    }

    // The version is the only finding until it is raised as far as the change requires.
    private async Task RaiseVersionAsync(string version)
    {
        var check = await ToolRun.InAsync(Copy.Repository, "check");
        if (Copy.Version != version)
        {
            Assert.That(check.Output, Does.Contain($"Write <VersionPrefix>{version}</VersionPrefix>"));
            Copy.Version = version;
            check = await ToolRun.InAsync(Copy.Repository, "check");
        }

        Assert.That(check.Code, Is.EqualTo(ExitCode.Done), check.Output);
    }

    /// <summary>Builds and runs a caller against a fake, and returns what it printed, followed by the requests.</summary>
    private async Task<string[]> CallAsync(string caller)
    {
        using var fake = new DocumentFake(SpecDocument.Parse(Repository.Document, Copy[Repository.Document]));
        return [.. await CallerProject.RunAsync(Copy.Repository, caller, fake.Address), .. fake.Requests];
    }

    // Path.Combine returns a full path unchanged.
    private static string PathOf(string document) => Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "History", "Documents", document);
}
