using System.Text.Json.Nodes;
using Aurora.Spec.Documents;
using Aurora.Spec.Sources;

namespace Aurora.Spec.Tests.Growth;

/// <summary>
/// Documents that the vendor could publish next. The client of each compiles for every target framework, and its new operations are
/// called against a server that replays recorded responses.
/// </summary>
[TestFixture]
[Parallelizable]
public sealed class GrowthTests
{
    private static readonly string Folder = Path.Combine(TestRepository.Root, "tests", "Aurora.Spec.Tests", "Growth");

    [TestCase("retrieve", "0f8fad5b-d9cb-469f-a165-708677289501 pending NotFound Not found.")]
    [TestCase("create", "1 2 4 True Audio Image Name empty null 1 pending")]
    [TestCase("patch-and-delete", "Renamed null unchanged limit deleted NotFound")]
    [TestCase("query-parameters", "Status Fields Done 0")]
    [TestCase("new-status", "Expired True 7")]
    [TestCase("nullable-choice", "empty:False null:True set:aurora_v1")]
    [TestCase("int-enum-with-default", "_5 _10 [1, 5, 10]")]
    [TestCase("dict-of-lists-required", "1,2")]
    [TestCase("url-with-default", "https://example.com/ https://other.example/")]
    [TestCase("paged", "1 next 4")]
    public async Task Client_of_a_later_document_compiles_and_calls_the_new_operations(string name, string expected)
    {
        using var server = new RecordedServer(Path.Combine(Folder, "Documents", "server-answers.json"), video => Extend(name, video));
        foreach (var (request, body) in Unrecorded(name))
            server.Add(request, body);

        Assert.That(await GrownCaller.CallAsync(Document(name + ".yaml"), Path.Combine(Folder, "Callers", name + ".cs"), server.Address), Is.EqualTo(expected));
    }

    [TestCase("derived-redefines-property.yaml", "D d https://example.com/ B")]
    [TestCase("query-parameter-called-type-with-enum.yaml", "AuroraType a")]
    // NSwag reserves the name Exception, and names such a schema after the property that contains it.
    [TestCase("schema-names-of-the-framework.yaml", "AuroraTask AuroraUri AuroraVersion P3 AuroraStream AuroraAction AuroraFunc AuroraGuid AuroraList AuroraAttribute AuroraEncoding AuroraTimer AuroraFile AuroraPath")]
    public async Task Client_of_a_document_with_colliding_names_compiles(string name, string expected)
    {
        using var server = new RecordedServer(Path.Combine(Folder, "Documents", "server-answers.json"));
        server.Add("GET /x/", """{"type":"d","u":"https://example.com/","p0":{"a":"t"},"a":"a"}""");
        server.Add("GET /x/?type=a", """{"a":"a"}""");
        var document = DocumentMerger.Merge([SpecDocument.Parse("today", TestRepository.DocumentText), Document(name)]);

        Assert.That(await GrownCaller.CallAsync(document, Path.Combine(Folder, "Callers", Path.ChangeExtension(name, ".cs")), server.Address), Is.EqualTo(expected));
    }

    private static SpecDocument Document(string name) => SpecDocument.Parse(name, File.ReadAllText(Path.Combine(Folder, "Documents", name)));

    private static void Extend(string name, JsonObject video)
    {
        switch (name)
        {
            case "new-status":
                video["status"] = "expired";
                break;
            case "nullable-choice":
                video["model_version"] = (string?)video["name"] == "Launch" ? "aurora_v1" : (string)video["id"]! == "0f8fad5b-d9cb-469f-a165-708677289504" ? null : "";
                break;
            case "int-enum-with-default":
                video["priority"] = 10;
                break;
            case "dict-of-lists-required":
                video["by_name"] = new JsonObject { ["a"] = new JsonArray(1, 2) };
                break;
            case "url-with-default":
                video["site"] = "https://other.example/";
                break;
        }
    }

    private static IEnumerable<(string Request, string Body)> Unrecorded(string name) => name switch
    {
        "paged" => [("GET /api/aurora/?page=2", """{"count":4,"next":"https://api.example/?page=3","previous":null,"results":[]}""")],
        "query-parameters" => [("GET /api/aurora/?created_after=2026-01-02T03:04:05+00:00&day=2026-01-31&fields=id,name&hidden=true&min_credits=0.5&status=done&tags=a&tags=b", "[]")],
        _ => [],
    };
}
