using System.Net;
using Aurora.Client;
using Aurora.Document;

namespace Aurora.Testing.Tests.Serving;

public class CredentialsTests
{
    private const string NotProvided = """{"detail":"Authentication credentials were not provided."}""";
    private const string Invalid = """{"detail":"Invalid API ID or API key."}""";

    [TestCase("My-Id", "My-Key", ExpectedResult = "200", TestName = "Keys_right_are_accepted")]
    [TestCase("other", "My-Key", ExpectedResult = "401 " + Invalid, TestName = "Keys_with_wrong_id_are_refused")]
    [TestCase("My-Id", "other", ExpectedResult = "401 " + Invalid, TestName = "Keys_with_wrong_key_are_refused")]
    [TestCase("my-id", "My-Key", ExpectedResult = "401 " + Invalid, TestName = "Keys_with_id_in_other_case_are_refused")]
    [TestCase("My-Id", "my-key", ExpectedResult = "401 " + Invalid, TestName = "Keys_with_key_in_other_case_are_refused")]
    [TestCase("My-Key", "My-Id", ExpectedResult = "401 " + Invalid, TestName = "Keys_exchanged_are_refused")]
    public Task<string> Keys(string id, string key) => AnswerToAsync(id, key);

    [TestCase(null, "My-Key", ExpectedResult = "401 " + NotProvided, TestName = "Keys_without_id_are_refused")]
    [TestCase("My-Id", null, ExpectedResult = "401 " + NotProvided, TestName = "Keys_without_key_are_refused")]
    [TestCase(null, null, ExpectedResult = "401 " + NotProvided, TestName = "Keys_absent_are_refused")]
    [TestCase("", "", ExpectedResult = "401 " + Invalid, TestName = "Keys_empty_are_refused")]
    [SendsUndocumentedRequests("A request without its keys is refused.")]
    public Task<string> Keys_missing(string? id, string? key) => AnswerToAsync(id, key);

    [Test]
    public async Task Keys_in_headers_named_in_other_case_are_accepted()
    {
        using var server = AuroraServer.Start();
        using var http = new HttpClient(new DocumentCheck()) { BaseAddress = server.BaseAddress };
        Add(http, "x-api-id", server.ApiId);
        Add(http, "x-api-key", server.ApiKey);

        using var response = await http.GetAsync(new Uri(AuroraApi.ListPath, UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Keys_sent_twice_are_refused()
    {
        using var server = AuroraServer.Start();
        using var caller = new Caller(server);

        using var response = await caller.SendAsync(
            HttpMethod.Get, AuroraApi.ListPath, request => request.Headers.Add(AuroraApi.KeyHeader, [server.ApiKey, server.ApiKey]));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    [SendsUndocumentedRequests("A request without its keys is refused.")]
    public async Task Keys_are_looked_at_before_the_query()
    {
        using var server = AuroraServer.Start();
        using var http = new HttpClient { BaseAddress = server.BaseAddress };

        using var response = await http.GetAsync(new Uri(AuroraApi.ListPath + "?ids=nonsense", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static async Task<string> AnswerToAsync(string? id, string? key)
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { ApiId = "My-Id", ApiKey = "My-Key" });
        using var http = new HttpClient(new DocumentCheck()) { BaseAddress = server.BaseAddress };
        Add(http, AuroraApi.IdHeader, id);
        Add(http, AuroraApi.KeyHeader, key);

        using var response = await http.GetAsync(new Uri(AuroraApi.ListPath, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();

        server.AssertNoUnexpectedRequests();
        return response.StatusCode == HttpStatusCode.OK ? "200" : $"{(int)response.StatusCode} {body}";
    }

    private static void Add(HttpClient http, string header, string? value)
    {
        if (value is not null)
        {
            http.DefaultRequestHeaders.Add(header, value);
        }
    }
}
