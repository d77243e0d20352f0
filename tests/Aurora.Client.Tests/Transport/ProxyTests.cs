using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests proxies that the environment or the caller sets.</summary>
[TestFixture]
[NonParallelizable]
public sealed class ProxyTests
{
    private const string User = "proxy-user";
    private const string Password = "proxy-secret";

    private IWebProxy _default = null!;
    private LocalServer _proxy = null!;
    private LocalServer _api = null!;

    [SetUp]
    public void Start()
    {
        _default = HttpClient.DefaultProxy;
        _proxy = new LocalServer(head => head.Contains("Proxy-Authorization", StringComparison.Ordinal) ? "HTTP/1.1 502 Bad Gateway\r\n\r\n" : "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        _api = new LocalServer(_ => LocalServer.Response(200));
        HttpClient.DefaultProxy = new WebProxy(_proxy.Address);
    }

    [TearDown]
    public void Stop()
    {
        HttpClient.DefaultProxy = _default;
        _proxy.Dispose();
        _api.Dispose();
    }

    private static IEnumerable<TestCaseData<Func<IWebProxy, HttpMessageHandler>>> Handlers()
    {
        yield return new(_ => AuroraClient.CreateHandler()) { TestName = "Default proxy, handler of the client" };
        yield return new(_ => new HttpClientHandler()) { TestName = "Default proxy, HttpClientHandler" };
        yield return new(_ => new SocketsHttpHandler()) { TestName = "Default proxy, SocketsHttpHandler" };
        yield return new(proxy => new HttpClientHandler { Proxy = proxy }) { TestName = "Proxy of an HttpClientHandler" };
        yield return new(proxy => new SocketsHttpHandler { Proxy = proxy }) { TestName = "Proxy of a SocketsHttpHandler" };
        yield return new(Adapted) { TestName = "Proxy of the client's handler" };
    }

    [TestCaseSource(nameof(Handlers))]
    public async Task Loopback_requests_bypass_the_proxy(Func<IWebProxy, HttpMessageHandler> handler)
    {
        using var aurora = AuroraClient.Create(Options(_api.Address), handler(new WebProxy(_proxy.Address)));

        await aurora.ListAsync();

        Assert.That(_api.Requests, Has.Count.EqualTo(1));
        Assert.That(_proxy.Requests, Is.Empty);
    }

    [TestCaseSource(nameof(Handlers))]
    public async Task Other_requests_use_the_proxy_without_a_key(Func<IWebProxy, HttpMessageHandler> handler)
    {
        using var aurora = AuroraClient.Create(Options(new Uri("https://api.example/")), handler(new WebProxy(_proxy.Address)));

        await Thrown.By(() => aurora.ListAsync());

        Assert.That(_proxy.Requests.First(), Does.StartWith("CONNECT api.example:443 ").And.Not.Contain("X-API"));
    }

    [Test]
    public async Task Loopback_requests_bypass_the_proxy_in_a_container()
    {
        var services = new ServiceCollection();
        services.AddAuroraClient(options => (options.ApiId, options.ApiKey, options.BaseAddress) = ("the-api-id", "the-api-key", _api.Address));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AuroraClient>().ListAsync();

        Assert.That(_proxy.Requests, Is.Empty);
    }

    [Test]
    public async Task Create_with_a_used_handler_that_sends_loopback_through_a_proxy_throws()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, Proxy = new WebProxy(_proxy.Address) };
        using (var http = new HttpClient(handler, disposeHandler: false))
            await http.GetAsync(_api.Address);

        Assert.That(() => AuroraClient.Create(Options(_api.Address), handler), Throws.ArgumentException.With.Message.Contains("through a proxy").And.Message.Contains("Fix: set UseProxy to false"));
        Assert.That(() => AuroraClient.Create(Options(new Uri("https://api.example/")), handler), Throws.Nothing);
    }

    [Test]
    public async Task Proxy_that_rejects_the_client_fails_without_a_retry()
    {
        using var aurora = AuroraClient.Create(Options(new Uri("https://api.example/")), AuroraClient.CreateHandler());

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(1));
        Assert.That(error.Message, Does.Contain("407").And.Contain("Fix: "));
    }

    [Test]
    public async Task User_and_password_in_the_address_of_the_proxy_are_used_and_never_shown([Values] bool isInContainer, [Values] bool accepts)
    {
        using var refusing = new LocalServer(_ => "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var address = new UriBuilder((accepts ? _proxy : refusing).Address) { UserName = User, Password = Password }.Uri;
        HttpClient.DefaultProxy = new AddressWithUser(address);
        var log = new CollectingLoggerProvider();
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services.AddAuroraClient(options => (options.ApiId, options.ApiKey, options.BaseAddress, options.RetryDelay) = ("the-api-id", "the-api-key", new Uri("https://api.example/"), TimeSpan.Zero));
        await using var provider = services.BuildServiceProvider();
        using var alone = AuroraClient.Create(Options(new Uri("https://api.example/")), logger: log);

        var error = await Thrown.By(() => isInContainer ? provider.GetRequiredService<AuroraClient>().ListAsync() : alone.ListAsync());

        var credentials = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{User}:{Password}"));
        Assert.That((accepts ? _proxy : refusing).Requests, Has.Some.Contains($"Basic {credentials}"), "The proxy receives the credentials.");
        Assert.That(error.Message, Does.Contain(accepts ? "502" : "407"));
        Assert.That(error.ToString(), Does.Not.Contain(User).And.Not.Contain(Password));
        Assert.That(log.Everything, Has.None.Contains(User).And.None.Contains(Password));
    }

    [Test]
    public async Task Message_about_an_unreachable_proxy_shows_no_password()
    {
        var address = new UriBuilder(_proxy.Address) { UserName = User, Password = Password }.Uri;
        using var http = new HttpClient(new SocketsHttpHandler { Proxy = new AddressWithUser(address) { Credentials = null } });
        using var aurora = new AuroraClient(http, Options(new Uri("https://api.example/")));

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error.Message, Does.Contain("407"));
        Assert.That(error.ToString(), Does.Not.Contain(User).And.Not.Contain(Password));
    }

    private static SocketsHttpHandler Adapted(IWebProxy proxy)
    {
        var handler = AuroraClient.CreateHandler();
        handler.Proxy = proxy;
        return handler;
    }

    private static AuroraClientOptions Options(Uri address) => new() { ApiId = "the-api-id", ApiKey = "the-api-key", BaseAddress = address, RetryDelay = TimeSpan.Zero };

    /// <summary>A proxy like that of the environment variables: its address contains user and password, and its credentials are valid for this address only.</summary>
    private sealed class AddressWithUser(Uri address) : IWebProxy, ICredentials
    {
        public ICredentials? Credentials { get => field ?? (_isSet ? null : this); set => (field, _isSet) = (value, true); }

        private bool _isSet;

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;

        public NetworkCredential? GetCredential(Uri uri, string authType) => uri.Equals(address) ? new NetworkCredential(User, Password) : null;
    }
}
