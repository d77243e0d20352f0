using Aurora.Client;

namespace Aurora.Testing.Tests.Serving;

[TestFixture]
public sealed class RouterTests
{
    private AuroraServer _server = null!;
    private Caller _caller = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start();
        _caller = new Caller(_server);
    }

    [TearDown]
    public void Stop()
    {
        _caller.Dispose();
        _server.Dispose();
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("PATCH")]
    [TestCase("DELETE")]
    [TestCase("PURGE")]
    [SendsUndocumentedRequests("The API does not support the request.")]
    public async Task Respond_method_without_an_operation_is_not_allowed(string method)
    {
        using var response = await _caller.SendAsync(new HttpMethod(method), AuroraApi.ListPath);

        Assert.That((int)response.StatusCode, Is.EqualTo(405));
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(new[] { "GET", "HEAD", "OPTIONS" }));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo($$"""{"detail":"Method \"{{method}}\" not allowed."}"""));
        Assert.That(_server.AssertNoUnexpectedRequests, Throws.TypeOf<AuroraAssertionException>());
    }

    [Test]
    [SendsUndocumentedRequests("The document does not have the methods that Django adds.")]
    public async Task Respond_head_has_the_headers_of_get()
    {
        using var head = await _caller.SendAsync(HttpMethod.Head, AuroraApi.ListPath);
        using var get = await _caller.GetAsync();

        Assert.That((int)head.StatusCode, Is.EqualTo(200));
        Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(get.Content.Headers.ContentLength));
        Assert.That(_server.Requests[0].IsUnexpected);
    }

    [Test]
    [SendsUndocumentedRequests("The document does not have the methods that Django adds.")]
    public async Task Respond_options_describes_the_path()
    {
        using var response = await _caller.SendAsync(HttpMethod.Options, AuroraApi.ListPath);

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("\"renders\":[\"application/json\"]"));
    }

    [TestCase("/api/aurora", "/api/aurora/")]
    [TestCase("/api/aurora?ordering=name", "/api/aurora/?ordering=name")]
    [SendsUndocumentedRequests("Django redirects a path without a slash.")]
    public async Task Respond_path_without_slash_is_redirected(string path, string target)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _server.BaseAddress };

        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.That((int)response.StatusCode, Is.EqualTo(301));
        Assert.That(response.Headers.Location, Is.EqualTo(new Uri(target, UriKind.Relative)));
    }

    [TestCase("gzip", "not gzip")]
    [TestCase("identity", "{ not json")]
    [SendsUndocumentedRequests("The API does not support the request.")]
    public async Task Respond_post_with_an_invalid_body_is_not_allowed(string encoding, string body)
    {
        using var response = await _caller.SendAsync(HttpMethod.Post, AuroraApi.ListPath, request =>
        {
            request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            request.Content.Headers.ContentEncoding.Add(encoding);
        });

        Assert.That((int)response.StatusCode, Is.EqualTo(405));
    }

    [TestCase("/api/aurora/3f2504e0-4f89-11d3-9a0c-0305e82c3301/")]
    [TestCase("/API/aurora/")]
    [TestCase("/api//aurora/")]
    [TestCase("/api/aurora%2F")]
    [TestCase("/__admin/mappings")]
    [TestCase("/")]
    [SendsUndocumentedRequests("The API does not support the request.")]
    public async Task Respond_unknown_path_is_not_found(string path)
    {
        using var response = await _caller.SendAsync(HttpMethod.Get, path);

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(_server.Requests.Single().IsUnexpected);
    }

    [Test]
    public async Task Respond_list_is_utf8_json_without_byte_order_mark()
    {
        using var response = await _caller.GetAsync();
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/json"));
        Assert.That(bytes[0], Is.EqualTo((byte)'['));
        Assert.That(System.Text.Encoding.UTF8.GetString(bytes), Does.Contain("春のキャンペーン"));
    }
}
