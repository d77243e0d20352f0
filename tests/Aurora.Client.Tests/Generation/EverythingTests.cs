using System.Reflection;
using Newtonsoft.Json.Linq;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Aurora.Client.Tests.Generation;

/// <summary>Tests the templates with a document that uses what the current one does not. The client is generated, compiled, and called over HTTP.</summary>
[TestFixture]
public sealed class EverythingTests
{
    private const string AnOrder = """{ "number": 7, "id": "0f8fad5b-d9cb-469f-a165-70867728950e" }""";

    private static readonly string Folder = Path.Combine(TestRepository.Root, "tests", "Aurora.Client.Tests", "Generation");

    private GeneratedAssembly _compiled = null!;
    private MethodInfo _call = null!;
    private WireMockServer _server = null!;

    [OneTimeSetUp]
    public void Generate()
    {
        var generated = TestRepository.Generate(File.ReadAllText(Path.Combine(Folder, "Documents", "everything.yaml")));
        _compiled = GeneratedAssembly.Compile(generated, Path.Combine(Folder, "Callers", "EverythingCaller.cs"));
        Assert.That(_compiled.Diagnostics.Where(diagnostic => diagnostic.Contains("error CS", StringComparison.Ordinal)), Is.Empty);
        _call = _compiled.Load().GetType("EverythingCaller")!.GetMethod("CallAsync")!;
    }

    [SetUp]
    public void Start() => _server = WireMockServer.Start();

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public void Generated_code_compiles_without_a_warning() =>
        Assert.That(_compiled.Diagnostics.Where(diagnostic => !diagnostic.Contains("EverythingCaller", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public async Task Path_parameter_is_part_of_the_path()
    {
        Answer(200, """{ "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "status": "in_queue", "aurora_flow": "own name", "created_at": "2026-01-02T03:04:05Z" }""");

        var video = JObject.FromObject((await CallAsync("retrieve"))!);

        Assert.That(Sent.Method, Is.EqualTo("GET"));
        Assert.That(Sent.Path, Is.EqualTo("/api/aurora/0f8fad5b-d9cb-469f-a165-70867728950e/"));
        Assert.That((string?)video["status"], Is.EqualTo("in_queue"));
        Assert.That((string?)video["aurora_flow"], Is.EqualTo("own name"));
    }

    [Test]
    public async Task Response_without_content_is_a_success()
    {
        Answer(204, null);

        Assert.That(await CallAsync("destroy"), Is.Null);
        Assert.That(Sent.Method, Is.EqualTo("DELETE"));
    }

    [Test]
    public async Task Every_kind_of_parameter_is_escaped_and_sent()
    {
        Answer(200, $$"""{ "first": {{AnOrder}} }""");

        Assert.That(await CallAsync("search"), Is.EqualTo(7));
        var (path, query) = (Sent.AbsoluteUrl.Split('?')[0], Sent.AbsoluteUrl.Split('?')[1]);
        Assert.That(path, Does.EndWith("/api/folders/a%2Fb ü/search/"), "The server decodes the path, but not the escaped slash.");
        Assert.That(query, Is.EqualTo(
            "from_day=2026-01-31&since=2026-01-02T03%3A04%3A05%2B02%3A00&tag=x%26y&tag=z&size=1,2&status=in_queue" +
            "&statuses=done&statuses=brand_new&hidden=true&scale=0.5&class=c&kind=short_clip"));
        Assert.That(Sent.Headers!["X-Trace"].Single(), Is.EqualTo("trace 1"));
        Assert.That(Sent.Headers!["X-Depth"].Single(), Is.EqualTo("3"));
    }

    [Test]
    public async Task Omitted_optional_parameters_are_not_sent()
    {
        Answer(200, "{}");

        Assert.That(await CallAsync("search without optional parameters"), Is.Zero);
        Assert.That(Sent.AbsoluteUrl, Does.EndWith("/api/folders/..a/search/?from_day=2026-01-31"));
        Assert.That(Sent.Headers!.Keys, Has.None.EqualTo("X-Depth"));
    }

    [TestCase("search with dots", "folder_name")]
    [TestCase("search with a line break", "X-Trace")]
    public async Task Value_that_would_change_the_request_throws_before_it_is_sent(string operation, string parameter)
    {
        await Assert.ThatAsync(() => CallAsync(operation), Throws.ArgumentException.With.Property("ParamName").EqualTo(parameter));
        Assert.That(_server.LogEntries, Is.Empty);
    }

    [Test]
    public async Task Body_is_sent_in_the_form_of_the_document_without_read_only_properties()
    {
        Answer(201, AnOrder);

        var order = JObject.FromObject((await CallAsync("create"))!);

        Assert.That((long)order["number"]!, Is.EqualTo(7));
        Assert.That(Sent.Headers!["Content-Type"].Single(), Is.EqualTo("application/json; charset=utf-8"));
        var expected = JObject.Parse("""
            {
              "number": 9007199254740993, "due": "2026-12-24", "days": ["2026-12-25"], "status": "in_queue", "formats": ["1080p"],
              "shape": "round_one", "priority": 5, "owner": { "full_name": "Ann", "address": { "street": "s" } },
              "staff": [{ "salary": 1.10, "manager": { "full_name": "Cy" }, "full_name": "Ben" }],
              "labels": { "k": "v" }, "people": { "p": { "full_name": "Dan" } }, "extra": { "any": 1 }, "anything": "text",
              "class": "c", "name": "1", "Name": "2", "NAME": "3", "equals": "e", "additional_properties": "a", "note": null,
              "data": "AQID", "home": "https://example.com/ü",
              "unnamed": 1
            }
            """);
        Assert.That(JToken.DeepEquals(JObject.Parse(Sent.Body!), expected), Is.True, Sent.Body);
    }

    [Test]
    public async Task Dictionary_response_is_read()
    {
        Answer(200, """{ "a": "1" }""");

        Assert.That(await CallAsync("labels"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Array_of_enums_keeps_known_and_unknown_values()
    {
        Answer(200, """["16:9", "to_string", "8k"]""");

        Assert.That(await CallAsync("formats"), Is.EqualTo(new[] { "wide", "known", "new: 8k" }));
        Assert.That(Sent.Method, Is.EqualTo("PUT"));
    }

    private WireMock.IRequestMessage Sent => _server.LogEntries.Single().RequestMessage!;

    private void Answer(int status, string? body)
    {
        var response = Response.Create().WithStatusCode(status);
        _server.Given(Request.Create()).RespondWith(body is null ? response : response.WithBody(body).WithHeader("Content-Type", "application/json"));
    }

    private Task<object?> CallAsync(string operation) => (Task<object?>)_call.Invoke(null, [operation, new Uri(_server.Url!)])!;
}
