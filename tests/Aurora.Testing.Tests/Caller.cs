using Aurora.Client;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests;

/// <summary>An HTTP client with the correct keys. It validates each 200 body against the vendor's document.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _http;

    public Caller(AuroraServer server)
    {
        _http = new HttpClient(new DocumentCheck()) { BaseAddress = server.BaseAddress };
        _http.DefaultRequestHeaders.Add(AuroraApi.IdHeader, server.ApiId);
        _http.DefaultRequestHeaders.Add(AuroraApi.KeyHeader, server.ApiKey);
    }

    public async Task<JArray> ListAsync(string query = "")
    {
        using var response = await GetAsync(query);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        return Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Returns the values of one field in the order of the response.</summary>
    public async Task<string?[]> ListAsync(string query, string field) =>
        [.. (await ListAsync(query)).Select(video => (string?)video[field])];

    public async Task<string> ErrorAsync(string query, int status)
    {
        using var response = await GetAsync(query);
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        return await response.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> GetAsync(string query = "") => SendAsync(HttpMethod.Get, AuroraApi.ListPath + query);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        change?.Invoke(request);
        return await _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private static JArray Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JArray.Load(reader);
    }
}
