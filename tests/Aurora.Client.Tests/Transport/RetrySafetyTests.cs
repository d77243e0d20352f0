using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests which requests are repeated, over real HTTP against a server that saves what it receives.</summary>
[TestFixture]
public sealed class RetrySafetyTests
{
    private SavingServer _server = null!;

    [SetUp]
    public void Start() => _server = new SavingServer();

    [TearDown]
    public void Stop() => _server.Dispose();

    [TestCase("POST", 500)]
    [TestCase("POST", 503)]
    [TestCase("PUT", 502)]
    [TestCase("PATCH", 504)]
    [TestCase("DELETE", 408)]
    public async Task Request_that_the_server_saved_before_it_failed_is_not_repeated(string method, int status)
    {
        _server.Respond(status);

        await Assert.ThatAsync(() => SendAsync(method), Throws.InstanceOf<AuroraApiException>().With.Property("Attempts").EqualTo(1));
        Assert.That(_server.Saved, Is.EqualTo(1));
    }

    [Test]
    public async Task Request_that_the_server_saved_before_a_timeout_is_not_repeated()
    {
        var clock = new FakeTimeProvider();
        _server.NeverRespond();

        var sending = SendAsync("POST", options => options.TimeProvider = clock);
        await _server.WasReached;
        clock.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThatAsync(() => sending, Throws.InstanceOf<AuroraApiException>().With.Property("Kind").EqualTo(AuroraErrorKind.Timeout));
        Assert.That(_server.Saved, Is.EqualTo(1));
    }

    [Test]
    public async Task Request_that_the_server_saved_before_it_broke_the_connection_is_not_repeated()
    {
        using var server = new LocalServer(_ => "");

        await Assert.ThatAsync(
            () => SendAsync("POST", options => options.BaseAddress = server.Address),
            Throws.InstanceOf<AuroraApiException>().With.Property("Kind").EqualTo(AuroraErrorKind.Network));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("POST", 429, null)]
    [TestCase("POST", 503, "0")]
    [TestCase("DELETE", 429, "0")]
    public async Task Request_that_the_server_did_not_process_is_repeated(string method, int status, string? retryAfter)
    {
        _server.Respond(status, retryAfter);

        await SendAsync(method);

        Assert.That(_server.Received, Is.EqualTo(2));
    }

    [Test]
    public async Task Request_without_a_connection_is_repeated()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();

        await Assert.ThatAsync(() => SendAsync("POST", options => options.BaseAddress = address),
            Throws.InstanceOf<AuroraApiException>().With.Property("Attempts").EqualTo(4));
    }

    [Test]
    public async Task Request_with_RetryUnsafeRequests_is_repeated()
    {
        _server.Respond(500);

        await SendAsync("POST", options => options.RetryUnsafeRequests = true);

        Assert.That(_server.Saved, Is.EqualTo(2));
    }

    private async Task SendAsync(string method, Action<AuroraClientOptions>? configure = null)
    {
        var options = new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = _server.Address, RetryDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var transport = new AuroraTransport(
            http, () => options, new DriftReporter(() => options, NullLogger.Instance), NullLogger.Instance, TransportRole.AuthenticatesItself, new ClientLifetime());
        await transport.SendAsync(new AuroraRequest("aurora_create", method, "api/aurora/"), CancellationToken.None);
    }
}
