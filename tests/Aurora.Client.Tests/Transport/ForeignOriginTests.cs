using Microsoft.Extensions.DependencyInjection;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests redirects and handlers that lead to another origin, for each way to create a client.</summary>
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
        yield return new(AuroraClient.CreateHandler) { TestName = "Handler from CreateHandler" };
    }

    [TestCaseSource(nameof(Handlers))]
    public async Task Create_turns_off_redirects(Func<HttpMessageHandler> handler)
    {
        using var aurora = AuroraClient.Create(Options(), handler());

        await AssertNotFollowed(aurora);
    }

    [TestCaseSource(nameof(Handlers))]
    public async Task AddAuroraClient_turns_off_redirects_of_the_primary_handler(Func<HttpMessageHandler> handler)
    {
        var services = new ServiceCollection();
        services.AddAuroraClient(Configure).ConfigurePrimaryHttpMessageHandler(handler);
        await using var provider = services.BuildServiceProvider();

        await AssertNotFollowed(provider.GetRequiredService<AuroraClient>());
    }

    [Test]
    public async Task AddAuroraClient_turns_off_redirects_of_a_primary_handler_that_is_configured_later()
    {
        var services = new ServiceCollection();
        services.AddAuroraClient(Configure).UseSocketsHttpHandler((handler, _) => handler.AllowAutoRedirect = true);
        await using var provider = services.BuildServiceProvider();

        await AssertNotFollowed(provider.GetRequiredService<AuroraClient>());
    }

    [Test]
    public async Task Create_with_a_used_handler_that_follows_redirects_throws([Values] bool isChain, [Values] bool isSockets)
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
    public async Task Create_accepts_a_used_handler_without_redirects([Values] bool isChain)
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
    public async Task Response_from_another_origin_throws([Values] bool streams)
    {
        using var http = new HttpClient(new HttpClientHandler { UseProxy = false });
        using var aurora = new AuroraClient(http, Options());

        var error = await Thrown.By(() => CallAsync(aurora, streams));

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.UnreadableResponse).And.Property("Attempts").EqualTo(1));
        Assert.That(error.Message, Does.Contain($"The response came from {Origin(_other)} instead of {Origin(_api)}").And.Contain("AllowAutoRedirect").And.Not.Contain("stolen"));
    }

    [Test]
    public async Task Response_of_an_unknown_handler_from_another_origin_throws([Values] bool streams)
    {
        using var aurora = AuroraClient.Create(Options(), new FakeWire(_ => new HttpResponseMessage
        {
            Content = new StringContent("[]"),
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, _other.Address),
        }));

        Assert.That((await Thrown.By(() => CallAsync(aurora, streams))).Message, Does.Contain($"The response came from {Origin(_other)} instead of {Origin(_api)}"));
    }

    [Test]
    public async Task Handler_that_changes_the_address_sends_no_request([Values] bool restores, [Values] bool streams)
    {
        using var aurora = AuroraClient.Create(Options(), new RewritingHandler(_other.Address, restores) { InnerHandler = new SocketsHttpHandler() });

        await AssertNotSent(aurora, streams);
    }

    [Test]
    public async Task Handler_in_a_container_that_changes_the_address_sends_no_request([Values] bool isDefault)
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
    public async Task Handlers_of_the_caller_do_not_see_the_keys()
    {
        using var api = new LocalServer(_ => LocalServer.Response(200));
        var before = new PassingHandler(null);
        using var aurora = AuroraClient.Create(Options(api), before);

        await aurora.ListAsync();

        Assert.That(before.Headers, Does.Not.Contain("X-API-KEY"));
        Assert.That(api.Requests.Single(), Does.Contain("X-API-ID: the-api-id").And.Contain("X-API-KEY: the-api-key"));
    }

    [Test]
    public async Task Two_clients_with_one_chain_of_handlers_use_their_own_keys()
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
    public async Task Defaults_of_the_HttpClient_change_neither_the_address_nor_the_keys()
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
