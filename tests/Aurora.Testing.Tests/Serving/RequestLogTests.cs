using System.Net;
using Aurora.Client;
using Aurora.Document;
using Newtonsoft.Json;

namespace Aurora.Testing.Tests.Serving;

public class RequestLogTests
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
    [SendsUndocumentedRequests("The log shows whatever was asked.")]
    public async Task Requests_show_what_was_asked()
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
            Assert.That(entry.QueryValue("page"), Is.EqualTo("3"));
            Assert.That(entry.QueryValue("ids"), Is.Null);
            Assert.That(entry.UnknownQueryNames, Is.EqualTo(new[] { "page", "Ids" }));
            Assert.That(entry.HeaderNames, Is.SupersetOf(new[] { AuroraApi.IdHeader, AuroraApi.KeyHeader, "Host" }));
            Assert.That(entry.IsUnexpected, Is.False);
            Assert.That(entry.ToString(), Is.EqualTo("GET /api/aurora/?ordering=-name,id&page=2&page=3&Ids=a b"));
        });
    }

    [Test]
    public async Task Requests_known_query_is_not_marked()
    {
        await _caller.ListAsync($"?ids={Guid.NewGuid()}&ordering=nonsense");

        Assert.That(_server.Requests.Single().UnknownQueryNames, Is.Empty);
    }

    [Test]
    [SendsUndocumentedRequests("The keys stand where they do not belong.")]
    public async Task Requests_hold_no_key_wherever_it_was_sent()
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
            + Assert.Throws<UnexpectedRequestsException>(_server.AssertNoUnexpectedRequests);
        Assert.That(_server.Requests, Has.Count.EqualTo(5));
        Assert.That(everything, Does.Contain(AuroraApi.KeyHeader).And.Contain("[key]"));
        Assert.That(everything, Does.Not.Contain("secret").And.Not.Contain("real-key").And.Not.Contain("[key]-key"));
    }

    [Test]
    [SendsUndocumentedRequests("The requests are told apart by a parameter that the API ignores.")]
    public async Task Requests_keep_the_latest_200()
    {
        for (var page = 0; page < 205; page++)
        {
            using var response = await _caller.GetAsync($"?page={page}");
        }

        var pages = _server.Requests.Select(entry => entry.QueryValue("page"));
        Assert.That(pages, Is.EqualTo(Enumerable.Range(5, 200).Select(page => $"{page}")));
    }

    [Test]
    public async Task Requests_carry_the_time_of_the_clock()
    {
        var now = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        using var server = AuroraServer.Start(new AuroraServerOptions { TimeProvider = new StoppedClock(now) });
        using var caller = new Caller(server);

        await caller.ListAsync();

        Assert.That(server.Requests.Single().ReceivedAt, Is.EqualTo(now));
    }

    [Test]
    [SendsUndocumentedRequests("Whatever a list call carries, it is one.")]
    public async Task AssertNoUnexpectedRequests_passes_when_every_request_was_a_list_call()
    {
        await _caller.ListAsync();
        await _caller.ErrorAsync("?ids=nonsense", 400);

        Assert.That(_server.AssertNoUnexpectedRequests, Throws.Nothing);
    }

    [Test]
    [SendsUndocumentedRequests("What the API does not serve is what is named.")]
    public async Task AssertNoUnexpectedRequests_names_every_unexpected_request()
    {
        await _caller.ListAsync();
        using var post = await _caller.SendAsync(HttpMethod.Post, "/api/aurora/");
        using var slash = await _caller.SendAsync(HttpMethod.Get, "/api/aurora?ordering=name");

        var exception = Assert.Throws<UnexpectedRequestsException>(_server.AssertNoUnexpectedRequests);

        Assert.That(
            exception.Requests.Select(request => $"{request}"),
            Is.EqualTo(new[] { "POST /api/aurora/", "GET /api/aurora?ordering=name" }));
        Assert.That(exception.Message.ReplaceLineEndings("\n"), Is.EqualTo(
            "The fake Aurora API serves GET /api/aurora/ only, and was asked for something else 2 time(s):\n"
            + "  POST /api/aurora/\n"
            + "  GET /api/aurora?ordering=name"));
    }

    [Test]
    [SendsUndocumentedRequests("What the API does not serve is what is remembered.")]
    public async Task AssertNoUnexpectedRequests_remembers_what_the_log_has_dropped()
    {
        using (await _caller.SendAsync(HttpMethod.Get, "/early"))
        {
        }

        for (var call = 0; call < 201; call++)
        {
            using var response = await _caller.GetAsync();
        }

        Assert.That(_server.Requests.Any(entry => entry.IsUnexpected), Is.False);
        Assert.That(_server.AssertNoUnexpectedRequests, Throws.TypeOf<UnexpectedRequestsException>().With.Message.Contains("GET /early"));
    }

    [Test]
    [SendsUndocumentedRequests("What the API does not serve is what is counted.")]
    public async Task AssertNoUnexpectedRequests_counts_beyond_what_it_keeps()
    {
        for (var call = 0; call < 203; call++)
        {
            using var response = await _caller.SendAsync(HttpMethod.Get, "/");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        var exception = Assert.Throws<UnexpectedRequestsException>(_server.AssertNoUnexpectedRequests);

        Assert.That(exception.Total, Is.EqualTo(203));
        Assert.That(exception.Message, Does.EndWith("and 3 more"));
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
