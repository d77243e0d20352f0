using System.Net;
using Aurora.Client;
using Newtonsoft.Json;

namespace Aurora.Testing.Tests.Serving;

[TestFixture]
public sealed class RequestLogTests
{
    private static readonly AuroraServerOptions Options = new() { ApiId = "secret-id-93", ApiKey = "secret-id-93-key", VideoCount = 1 };

    private AuroraServer _server = null!;
    private Caller _caller = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(Options);
        _caller = new Caller(_server);
    }

    [TearDown]
    public void Stop()
    {
        _caller.Dispose();
        _server.Dispose();
    }

    [Test]
    [SendsUndocumentedRequests("The log contains every request.")]
    public async Task Requests_describe_the_received_request()
    {
        await _caller.ListAsync("?ordering=-name%2Cid&page=2&page=3&Ids=a%20b");

        var entry = _server.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(entry.Method, Is.EqualTo("GET"));
            Assert.That(entry.Path, Is.EqualTo("/api/aurora/"));
            Assert.That(
                entry.Query.Select(pair => $"{pair.Key}:{pair.Value}"),
                Is.EqualTo(new[] { "ordering:-name,id", "page:2", "page:3", "Ids:a b" }));
            Assert.That(entry.GetQueryValue("page"), Is.EqualTo("3"));
            Assert.That(entry.GetQueryValue("ids"), Is.Null);
            Assert.That(entry.UnknownQueryParameters, Is.EqualTo(new[] { "page", "Ids" }));
            Assert.That(entry.HeaderNames, Is.SupersetOf(new[] { AuroraApi.IdHeader, AuroraApi.KeyHeader, "Host" }));
            Assert.That(entry.IsUnexpected, Is.False);
            Assert.That(entry.ToString(), Is.EqualTo("GET /api/aurora/?ordering=-name,id&page=2&page=3&Ids=a b"));
        });
    }

    [Test]
    public async Task Requests_known_parameters_are_not_reported()
    {
        await _caller.ListAsync($"?ids={Guid.NewGuid()}&ordering=nonsense");

        Assert.That(_server.Requests.Single().UnknownQueryParameters, Is.Empty);
    }

    [Test]
    [SendsUndocumentedRequests("The keys are in the query and in the path.")]
    public async Task Requests_contain_no_keys()
    {
        using var nothing = await _caller.GetAsync();
        using var inQuery = await _caller.GetAsync($"?key={_server.ApiKey}&{_server.ApiId}=1&ordering=x{_server.ApiId}");
        using var inPath = await _caller.SendAsync(HttpMethod.Get, $"/{_server.ApiKey}/{_server.ApiId}");
        using var foreign = await _caller.SendAsync(HttpMethod.Get, "/?key=real-key-of-someone", request =>
            request.Headers.Add(AuroraApi.KeyHeader, "real-key-of-someone"));

        using var bare = new HttpClient { BaseAddress = _server.BaseAddress };
        using var inQueryOnly = await bare.GetAsync(new Uri($"/?id={_server.ApiId}&key={_server.ApiKey}", UriKind.Relative));

        var everything = JsonConvert.SerializeObject(_server.Requests)
            + string.Join('\n', _server.Requests)
            + Assert.Throws<AuroraAssertionException>(_server.AssertNoUnexpectedRequests);
        Assert.That(_server.Requests, Has.Count.EqualTo(5));
        Assert.That(everything, Does.Contain(AuroraApi.KeyHeader).And.Contain("[key]"));
        Assert.That(everything, Does.Not.Contain("secret").And.Not.Contain("real-key").And.Not.Contain("[key]-key"));
    }

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores identifies the requests.")]
    public async Task Requests_keep_the_latest_200()
    {
        for (var page = 0; page < 205; page++)
        {
            using var response = await _caller.GetAsync($"?page={page}");
        }

        var pages = _server.Requests.Select(entry => entry.GetQueryValue("page"));
        Assert.That(pages, Is.EqualTo(Enumerable.Range(5, 200).Select(page => $"{page}")));
    }

    [Test]
    public async Task Requests_use_the_clock_of_the_server()
    {
        var now = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        using var server = AuroraServer.Start(new AuroraServerOptions { TimeProvider = new StoppedClock(now) });
        using var caller = new Caller(server);

        await caller.ListAsync();

        Assert.That(server.Requests.Single().ReceivedAt, Is.EqualTo(now));
    }

    [Test]
    [SendsUndocumentedRequests("A list request is expected even if its query is not valid.")]
    public async Task AssertNoUnexpectedRequests_with_list_requests_passes()
    {
        await _caller.ListAsync();
        await _caller.ErrorAsync("?ids=nonsense", 400);

        Assert.That(_server.AssertNoUnexpectedRequests, Throws.Nothing);
    }

    [Test]
    [SendsUndocumentedRequests("The test asserts requests that the API does not support.")]
    public async Task AssertNoUnexpectedRequests_lists_every_unexpected_request()
    {
        await _caller.ListAsync();
        using var post = await _caller.SendAsync(HttpMethod.Post, "/api/aurora/");
        using var slash = await _caller.SendAsync(HttpMethod.Get, "/api/aurora?ordering=name");

        var exception = Assert.Throws<AuroraAssertionException>(_server.AssertNoUnexpectedRequests);

        Assert.That(exception.Message, Does.Contain("2 request(s)").And.Contain("GET /api/aurora/"));
        Assert.That(exception.Message.ReplaceLineEndings("\n"), Does.EndWith("\n  POST /api/aurora/\n  GET /api/aurora?ordering=name"));
    }

    [Test]
    [SendsUndocumentedRequests("The test asserts a request that the API does not support.")]
    public async Task AssertNoUnexpectedRequests_includes_requests_dropped_from_the_log()
    {
        using (await _caller.SendAsync(HttpMethod.Get, "/early"))
        {
        }

        for (var call = 0; call < 201; call++)
        {
            using var response = await _caller.GetAsync();
        }

        Assert.That(_server.Requests.Any(entry => entry.IsUnexpected), Is.False);
        Assert.That(_server.AssertNoUnexpectedRequests, Throws.TypeOf<AuroraAssertionException>().With.Message.Contains("GET /early"));
    }

    [Test]
    [SendsUndocumentedRequests("The test counts requests that the API does not support.")]
    public async Task AssertNoUnexpectedRequests_counts_more_than_the_capacity()
    {
        for (var call = 0; call < 203; call++)
        {
            using var response = await _caller.SendAsync(HttpMethod.Get, "/");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        var exception = Assert.Throws<AuroraAssertionException>(_server.AssertNoUnexpectedRequests);

        Assert.That(exception.Message, Does.Contain("203 request(s)").And.EndWith("and 3 more"));
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
