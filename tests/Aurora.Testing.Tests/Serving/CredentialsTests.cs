using System.Net;
using Aurora.Client;

namespace Aurora.Testing.Tests.Serving;

[TestFixture]
public sealed class CredentialsTests
{
    private const string NotProvided = """{"detail":"Authentication credentials were not provided."}""";
    private const string Invalid = """{"detail":"Invalid API ID or API key."}""";

    [TestCase("My-Id", "My-Key", ExpectedResult = "200", TestName = "Keys_correct_are_accepted")]
    [TestCase("other", "My-Key", ExpectedResult = "401 " + Invalid, TestName = "Keys_with_wrong_id_are_rejected")]
    [TestCase("My-Id", "other", ExpectedResult = "401 " + Invalid, TestName = "Keys_with_wrong_key_are_rejected")]
    [TestCase("my-id", "My-Key", ExpectedResult = "401 " + Invalid, TestName = "Keys_with_id_in_different_case_are_rejected")]
    [TestCase("My-Id", "my-key", ExpectedResult = "401 " + Invalid, TestName = "Keys_with_key_in_different_case_are_rejected")]
    [TestCase("My-Key", "My-Id", ExpectedResult = "401 " + Invalid, TestName = "Keys_swapped_are_rejected")]
    public Task<string> Keys(string id, string key) => ResponseToAsync(id, key);

    [TestCase(null, "My-Key", ExpectedResult = "401 " + NotProvided, TestName = "Keys_without_id_are_rejected")]
    [TestCase("My-Id", null, ExpectedResult = "401 " + NotProvided, TestName = "Keys_without_key_are_rejected")]
    [TestCase(null, null, ExpectedResult = "401 " + NotProvided, TestName = "Keys_missing_are_rejected")]
    [TestCase("", "", ExpectedResult = "401 " + Invalid, TestName = "Keys_empty_are_rejected")]
    [SendsUndocumentedRequests("The API rejects requests without keys.")]
    public Task<string> Keys_missing(string? id, string? key) => ResponseToAsync(id, key);

    [Test]
    public async Task Keys_header_names_are_case_insensitive()
    {
        using var server = AuroraServer.Start();
        using var http = new HttpClient(new DocumentCheck()) { BaseAddress = server.BaseAddress };
        Add(http, "x-api-id", server.ApiId);
        Add(http, "x-api-key", server.ApiKey);

        using var response = await http.GetAsync(new Uri(AuroraApi.ListPath, UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Keys_sent_twice_are_rejected()
    {
        using var server = AuroraServer.Start();
        using var caller = new Caller(server);

        using var response = await caller.SendAsync(
            HttpMethod.Get, AuroraApi.ListPath, request => request.Headers.Add(AuroraApi.KeyHeader, [server.ApiKey, server.ApiKey]));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    [SendsUndocumentedRequests("The API rejects requests without keys.")]
    public async Task Keys_are_checked_before_the_query()
    {
        using var server = AuroraServer.Start();
        using var http = new HttpClient { BaseAddress = server.BaseAddress };

        using var response = await http.GetAsync(new Uri(AuroraApi.ListPath + "?ids=nonsense", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static async Task<string> ResponseToAsync(string? id, string? key)
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
