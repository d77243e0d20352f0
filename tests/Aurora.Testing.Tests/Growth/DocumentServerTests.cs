using System.Globalization;
using System.Net;
using System.Text;
using Aurora.Client;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NSwag;

namespace Aurora.Testing.Tests.Growth;

/// <summary>Tests the fake with documents that have other operations and properties than the one of the client.</summary>
[TestFixture]
public sealed class DocumentServerTests
{
    private const string Minimal = """{"audio":"https://a.example/a.mp3","image":"https://a.example/a.png"}""";

    private static IEnumerable<string> Names => GrowthDocument.Names;

    [TestCaseSource(nameof(Names))]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Every_operation_returns_a_response_that_is_valid_against_the_document(string name)
    {
        using var server = GrowthDocument.Start(name, options => options.Progress = AuroraVideoProgress.ByRequests());
        using var http = Http(server);
        var document = await OpenApiYamlDocument.FromYamlAsync(GrowthDocument.Read(name));
        var errors = new List<string>();

        // Operations that delete come last.
        foreach (var described in document.Operations.OrderBy(operation => operation.Method == OpenApiOperationMethod.Delete))
        {
            // The videos change with each request.
            for (var round = 0; round < 8; round++)
                errors.AddRange((await SampleCall.SendAsync(http, server, described)).Select(error => $"{described.Method} {described.Path}: {error}"));
        }

        Assert.That(errors.Distinct(), Is.Empty);
        server.AssertNoUnexpectedRequests();
        using var unknown = await http.GetAsync(new Uri("api/nothing/", UriKind.Relative));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Created_video_progresses_by_requests()
    {
        using var server = GrowthDocument.Start("create.yaml", options => options.Progress = AuroraVideoProgress.ByRequests());
        using var http = Http(server);
        var created = await SendAsync(http, HttpMethod.Post, AuroraApi.ListPath, Minimal);

        var statuses = new List<string?> { (string?)created["status"] };
        for (var i = 0; i < 7; i++)
            statuses.Add((string?)(await SendAsync(http, HttpMethod.Get, $"{AuroraApi.ListPath}?ids={created["id"]}"))[0]!["status"]);

        Assert.That(statuses.Distinct(), Is.EqualTo(new[] { "pending", "in_queue", "running", "done" }));
        Assert.That((int)server.Videos[Guid.Parse((string)created["id"]!)]["duration"]!, Is.GreaterThan(0));
    }

    [Test]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Created_video_is_changed_and_deleted_in_the_account()
    {
        var clock = new FakeTimeProvider();
        using var server = GrowthDocument.Start("patch-and-delete.yaml", options =>
            (options.TimeProvider, options.Progress) = (clock, AuroraVideoProgress.ByTime(TimeSpan.FromSeconds(1))));
        using var http = Http(server);
        var created = await SendAsync(http, HttpMethod.Post, AuroraApi.ListPath, Minimal);
        var id = Guid.Parse((string)created["id"]!);
        var path = $"{AuroraApi.ListPath}{id}/";

        clock.Advance(TimeSpan.FromSeconds(2));
        var changed = await SendAsync(http, HttpMethod.Patch, path, """{"name":"Changed","status":"failed"}""");
        clock.Advance(TimeSpan.FromMinutes(1));
        var retrieved = await SendAsync(http, HttpMethod.Get, path);

        Assert.That((string?)changed["status"], Is.EqualTo("running"));
        Assert.That(DateTimeOffset.Parse((string)changed["updated_at"]!, CultureInfo.InvariantCulture), Is.EqualTo(clock.Start.AddSeconds(2)));
        Assert.That((string?)retrieved["status"], Is.EqualTo("done"));
        Assert.That((string?)server.Videos[id]["name"], Is.EqualTo("Changed"));
        using var deleted = await http.DeleteAsync(new Uri(path, UriKind.Relative));
        Assert.That((int)deleted.StatusCode, Is.EqualTo(204));
        Assert.That(server.Videos.Find(id), Is.Null);
    }

    [Test]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task List_in_pages_links_to_the_next_page()
    {
        using var server = GrowthDocument.Start("paged.yaml");
        using var http = Http(server);
        var ids = new List<string?>();

        for (var next = AuroraApi.ListPath; next is not null;)
        {
            var page = await SendAsync(http, HttpMethod.Get, next);
            Assert.That((int)page["count"]!, Is.EqualTo(24));
            ids.AddRange(page["results"]!.Select(video => (string?)video["id"]));
            next = (string?)page["next"];
        }

        Assert.That(ids, Is.EquivalentTo(server.Videos.Select(video => (string?)video["id"])));
    }

    [TestCase("?page=0")]
    [TestCase("?page=4")]
    [TestCase("?page=x")]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task List_page_that_does_not_exist_is_not_found(string query)
    {
        using var server = GrowthDocument.Start("paged.yaml");
        using var http = Http(server);

        var body = await SendAsync(http, HttpMethod.Get, AuroraApi.ListPath + query, status: HttpStatusCode.NotFound);

        Assert.That((string?)body["detail"], Is.EqualTo("Invalid page."));
    }

    [Test]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task List_parameter_with_the_name_of_a_property_filters()
    {
        using var server = GrowthDocument.Start("query-parameters.yaml");
        using var http = Http(server);

        var videos = await SendAsync(http, HttpMethod.Get, $"{AuroraApi.ListPath}?status=failed");

        Assert.That(videos, Is.Not.Empty);
        Assert.That(videos.Select(video => (string?)video["status"]), Is.All.EqualTo("failed"));
    }

    [TestCase("status=finished", "status")]
    [TestCase("day=yesterday", "day")]
    [TestCase("hidden=maybe", "hidden")]
    [TestCase("min_credits=few", "min_credits")]
    [TestCase("fields=id,other", "fields")]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task List_parameter_that_is_not_valid_is_rejected(string query, string field)
    {
        using var server = GrowthDocument.Start("query-parameters.yaml");
        using var http = Http(server);

        var body = await SendAsync(http, HttpMethod.Get, $"{AuroraApi.ListPath}?{query}", status: HttpStatusCode.BadRequest);

        Assert.That(((JObject)body).Properties().Select(property => property.Name), Is.EqualTo(new[] { field }));
    }

    [Test]
    [SendsUndocumentedRequests("The fake serves a different document.")]
    public async Task Upload_returns_the_sample_of_its_response()
    {
        using var server = GrowthDocument.Start("upload.yaml");
        using var http = Http(server);
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent([1, 2, 3]), "audio_file", "a.mp3");
        form.Add(new StringContent("x"), "scale");

        using var rejected = await http.PostAsync(new Uri("api/aurora/upload/", UriKind.Relative), form);
        using var valid = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "audio_file", "a.mp3" } };
        using var accepted = await http.PostAsync(new Uri("api/aurora/upload/", UriKind.Relative), valid);

        Assert.That(await rejected.Content.ReadAsStringAsync(), Is.EqualTo("""{"scale":["A valid number is required."]}"""));
        Assert.That((int)accepted.StatusCode, Is.EqualTo(201));
    }

    [TestCase("[]")]
    [TestCase("paths: {")]
    [TestCase("openapi: 3.0.3")]
    [TestCase("paths: {}")]
    [TestCase("paths: {/a/: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}}")]
    public void Start_text_that_is_no_document_throws(string text) => Assert.That(
        () => AuroraServer.Start(new AuroraServerOptions { Document = text }),
        Throws.ArgumentException.With.Message.Contains("AuroraServerOptions.Document"));

    private static HttpClient Http(AuroraServer server) => new()
    {
        BaseAddress = server.BaseAddress,
        DefaultRequestHeaders = { { AuroraApi.IdHeader, server.ApiId }, { AuroraApi.KeyHeader, server.ApiKey } },
    };

    private static async Task<JToken> SendAsync(HttpClient http, HttpMethod method, string url, string? body = null, HttpStatusCode? status = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.RelativeOrAbsolute));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(status is null ? response.IsSuccessStatusCode : response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return await JToken.ReadFromAsync(reader);
    }
}
