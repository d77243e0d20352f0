using Microsoft.Extensions.DependencyInjection;

namespace Aurora.Client.Tests.Http;

/// <summary>Redirects and handlers that lead away from the configured origin, for each way to make a client.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ForeignOriginTests : IDisposable
{
    private readonly LocalServer _other = new(_ => LocalServer.Response(200));
    private readonly LocalServer _api;

    public ForeignOriginTests() => _api = new LocalServer(_ => LocalServer.Response(302, "", $"Location: {_other.Address}stolen"));

    public void Dispose()
    {
        _api.Dispose();
        _other.Dispose();
    }

    private static IEnumerable<TestCaseData<Func<HttpMessageHandler>>> Handlers()
    {
        yield return new(() => new HttpClientHandler()) { TestName = "HttpClientHandler" };
        yield return new(() => new SocketsHttpHandler()) { TestName = "SocketsHttpHandler" };
        yield return new(() => new PassingHandler(new PassingHandler(new HttpClientHandler()))) { TestName = "Chain of DelegatingHandlers" };
        yield return new(() => new PassingHandler(null)) { TestName = "DelegatingHandler without an inner one" };
        yield return new(AuroraClient.CreateHandler) { TestName = "Handler of the client's own factory" };
    }

    [TestCaseSource(nameof(Handlers))]
    public async Task Create_handler_that_follows_redirects_is_told_not_to(Func<HttpMessageHandler> handler)
    {
        using var aurora = AuroraClient.Create(Options(), handler());

        await AssertNotFollowed(aurora);
    }

    [TestCaseSource(nameof(Handlers))]
    public async Task AddAuroraClient_primary_handler_that_follows_redirects_is_told_not_to(Func<HttpMessageHandler> handler)
    {
        var services = new ServiceCollection();
        services.AddAuroraClient(Configure).ConfigurePrimaryHttpMessageHandler(handler);
        await using var provider = services.BuildServiceProvider();

        await AssertNotFollowed(provider.GetRequiredService<AuroraClient>());
    }

    [Test]
    public async Task AddAuroraClient_primary_handler_that_is_adapted_later_is_told_not_to_follow_redirects()
    {
        var services = new ServiceCollection();
        services.AddAuroraClient(Configure).UseSocketsHttpHandler((handler, _) => handler.AllowAutoRedirect = true);
        await using var provider = services.BuildServiceProvider();

        await AssertNotFollowed(provider.GetRequiredService<AuroraClient>());
    }

    [Test]
    public async Task Create_handler_that_has_started_with_redirects_is_refused([Values] bool isChain, [Values] bool isSockets)
    {
        using var open = new LocalServer(_ => LocalServer.Response(200));
        HttpMessageHandler network = isSockets ? new SocketsHttpHandler() : new HttpClientHandler();
        using var handler = isChain ? new PassingHandler(network) : network;
        using (var http = new HttpClient(handler, disposeHandler: false))
            await http.GetStringAsync(open.Address);

        Assert.That(() => AuroraClient.Create(Options(), handler), Throws.ArgumentException.With
            .Message.Contains($"The {network.GetType().Name} follows redirects, which would send the keys to another server").And.Message.Contains("Fix: set AllowAutoRedirect to false before its first request"));
        Assert.That(_api.Requests, Is.Empty);
    }

    [Test]
    public async Task Create_handler_that_has_started_without_redirects_is_used([Values] bool isChain)
    {
        using var api = new LocalServer(_ => LocalServer.Response(200));
        var network = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        HttpMessageHandler handler = isChain ? new PassingHandler(network) : network;
        using (var http = new HttpClient(handler, disposeHandler: false))
            await http.GetStringAsync(api.Address);
        using var aurora = AuroraClient.Create(Options(api), handler);

        await aurora.ListAsync();

        Assert.That(api.Requests.Last(), Does.Contain("X-API-KEY: the-api-key"));
    }

    [Test]
    public async Task Constructor_response_from_another_origin_is_an_error([Values] bool streams)
    {
        using var http = new HttpClient(new HttpClientHandler { UseProxy = false });
        using var aurora = new AuroraClient(http, Options());

        var error = await Thrown.By(() => CallAsync(aurora, streams));

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.UnreadableResponse).And.Property("Attempts").EqualTo(1));
        Assert.That(error.Message, Does.Contain($"The response came from {Origin(_other)} instead of {Origin(_api)}").And.Contain("AllowAutoRedirect").And.Not.Contain("stolen"));
    }

    [Test]
    public async Task Create_unknown_handler_that_answers_from_another_origin_is_an_error([Values] bool streams)
    {
        using var aurora = AuroraClient.Create(Options(), new FakeWire(_ => new HttpResponseMessage
        {
            Content = new StringContent("[]"),
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, _other.Address),
        }));

        Assert.That((await Thrown.By(() => CallAsync(aurora, streams))).Message, Does.Contain($"The response came from {Origin(_other)} instead of {Origin(_api)}"));
    }

    [Test]
    public async Task Create_handler_that_rewrites_the_address_sends_nothing([Values] bool restores, [Values] bool streams)
    {
        using var aurora = AuroraClient.Create(Options(), new RewritingHandler(_other.Address, restores) { InnerHandler = new SocketsHttpHandler() });

        await AssertNotSent(aurora, streams);
    }

    [Test]
    public async Task AddAuroraClient_handler_that_rewrites_the_address_sends_nothing([Values] bool isDefault)
    {
        var services = new ServiceCollection();
        var client = services.AddAuroraClient(Configure);
        if (isDefault)
            services.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(() => new RewritingHandler(_other.Address, restores: true)));
        else
            client.AddHttpMessageHandler(() => new RewritingHandler(_other.Address, restores: true));
        await using var provider = services.BuildServiceProvider();

        await AssertNotSent(provider.GetRequiredService<AuroraClient>(), streams: false);
    }

    [Test]
    public async Task Create_handlers_of_the_callers_do_not_see_the_keys()
    {
        using var api = new LocalServer(_ => LocalServer.Response(200));
        var before = new PassingHandler(null);
        using var aurora = AuroraClient.Create(Options(api), before);

        await aurora.ListAsync();

        Assert.That(before.Headers, Does.Not.Contain("X-API-KEY"));
        Assert.That(api.Requests.Single(), Does.Contain("X-API-ID: the-api-id").And.Contain("X-API-KEY: the-api-key"));
    }

    [Test]
    public async Task Create_two_clients_with_one_chain_of_handlers_keep_their_accounts()
    {
        using var api = new LocalServer(_ => LocalServer.Response(200));
        using var handler = new PassingHandler(new SocketsHttpHandler());
        var second = Options(api);
        second.ApiKey = "another-key";
        using var one = AuroraClient.Create(Options(api), handler);
        using var two = AuroraClient.Create(second, handler);

        await one.ListAsync();
        await two.ListAsync();

        Assert.That(api.Requests.First(), Does.Contain("X-API-KEY: the-api-key"));
        Assert.That(api.Requests.Last(), Does.Contain("X-API-KEY: another-key").And.Not.Contain("the-api-key"));
    }

    [Test]
    public async Task Constructor_defaults_of_the_HttpClient_change_neither_the_address_nor_the_keys()
    {
        using var api = new LocalServer(_ => LocalServer.Response(200));
        using var http = new HttpClient { BaseAddress = _other.Address };
        http.DefaultRequestHeaders.Add("X-API-KEY", "another-key");
        using var aurora = new AuroraClient(http, Options(api));

        await aurora.ListAsync();

        Assert.That(api.Requests.Single(), Does.Contain("X-API-KEY: the-api-key").And.Not.Contain("another-key"));
        Assert.That(_other.Requests, Is.Empty);
    }

    private async Task AssertNotFollowed(AuroraClient aurora)
    {
        Assert.That((await Thrown.By(() => aurora.ListAsync())).StatusCode, Is.EqualTo(System.Net.HttpStatusCode.Found));
        Assert.That(_api.Requests.Single(), Does.Contain("X-API-KEY: the-api-key"));
        Assert.That(_other.Requests, Is.Empty);
    }

    private async Task AssertNotSent(AuroraClient aurora, bool streams)
    {
        Assert.That((await Thrown.By(() => CallAsync(aurora, streams))).Message, Does.Contain(
            $"The request was not sent because a handler changed its address to {Origin(_other)} and the keys are for {Origin(_api)} only. Fix: set BaseAddress"));
        Assert.That(_other.Requests, Is.Empty);
        Assert.That(_api.Requests, Is.Empty);
    }

    private static async Task CallAsync(AuroraClient aurora, bool streams)
    {
        if (streams)
            await aurora.StreamAsync().GetAsyncEnumerator().MoveNextAsync();
        else
            await aurora.ListAsync();
    }

    private AuroraClientOptions Options(LocalServer? server = null)
    {
        var options = new AuroraClientOptions();
        Configure(options);
        options.BaseAddress = (server ?? _api).Address;
        return options;
    }

    private void Configure(AuroraClientOptions options) => (options.ApiId, options.ApiKey, options.BaseAddress) = ("the-api-id", "the-api-key", _api.Address);

    private static string Origin(LocalServer server) => server.Address.GetLeftPart(UriPartial.Authority);

    private sealed class PassingHandler : DelegatingHandler
    {
        public PassingHandler(HttpMessageHandler? inner)
        {
            if (inner is not null)
                InnerHandler = inner;
        }

        public List<string> Headers { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Headers.AddRange(request.Headers.Select(header => header.Key));
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RewritingHandler(Uri target, bool restores) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri;
            request.RequestUri = target;
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                if (restores)
                    request.RequestUri = address;
            }
        }
    }
}
