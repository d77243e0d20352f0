using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Aurora.Testing.Tests;

[TestFixture]
public sealed class AuroraServerTests
{
    [Test]
    public async Task Start_without_options_serves_24_videos_with_every_status()
    {
        using var server = AuroraServer.Start();
        using var caller = new Caller(server);

        var videos = await caller.ListAsync();

        Assert.That(server.ApiId, Is.EqualTo("demo-api-id"));
        Assert.That(server.ApiKey, Is.EqualTo("demo-api-key"));
        Assert.That(videos, Has.Count.EqualTo(24));
        Assert.That(videos.Select(video => (string?)video["status"]).Distinct().Count(), Is.EqualTo(6));
    }

    [Test]
    public async Task Start_same_seed_serves_the_same_bytes()
    {
        var first = await BodyAsync(seed: 5);

        Assert.That(await BodyAsync(seed: 5), Is.EqualTo(first));
        Assert.That(await BodyAsync(seed: 6), Is.Not.EqualTo(first), "different seed");
    }

    [TestCase(0)]
    [TestCase(2000)]
    public async Task Start_video_count_is_served(int count)
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = count });
        using var caller = new Caller(server);

        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(count));
    }

    [Test]
    public void Start_listens_on_loopback_only([Values] bool fixedPort)
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Port = fixedPort ? FreePort() : 0 });

        var listeners = Listeners(server);

        Assert.That(listeners, Is.Not.Empty);
        Assert.That(listeners.Where(endpoint => !IPAddress.IsLoopback(endpoint.Address)), Is.Empty);
        Assert.That(server.BaseAddress.IsLoopback);
    }

    [TestCase("127.0.0.2", "http://127.0.0.2:{0}/")]
    [TestCase("::1", "http://[::1]:{0}/")]
    public async Task Start_other_loopback_address_is_used(string address, string expected)
    {
        var parsed = IPAddress.Parse(address);
        AssumeUsable(parsed);
        using var server = AuroraServer.Start(new AuroraServerOptions { Address = parsed });
        using var caller = new Caller(server);

        Assert.That(server.BaseAddress, Is.EqualTo(new Uri(string.Format(CultureInfo.InvariantCulture, expected, server.BaseAddress.Port))));
        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(24));
        Assert.That(Listeners(server).Select(endpoint => endpoint.Address), Is.EqualTo(new[] { parsed }));
    }

    [Test]
    public async Task Start_for_remote_clients_has_a_loopback_base_address()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Address = IPAddress.Any, AllowRemoteClients = true });
        using var caller = new Caller(server);

        Assert.That(server.BaseAddress.Host, Is.EqualTo("127.0.0.1"));
        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    [SendsUndocumentedRequests("The test adds a path.")]
    public async Task WireMock_mapping_takes_precedence()
    {
        using var server = AuroraServer.Start();
        using var caller = new Caller(server);
        server.WireMock.Given(Request.Create().WithPath("/mine")).RespondWith(Response.Create().WithStatusCode(418));

        using var response = await caller.SendAsync(HttpMethod.Get, "/mine");

        Assert.That((int)response.StatusCode, Is.EqualTo(418));
        Assert.That(server.Requests, Is.Empty);
        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Start_fixed_port_can_be_reused_after_dispose()
    {
        var port = FreePort();
        for (var round = 0; round < 3; round++)
        {
            await using var server = AuroraServer.Start(new AuroraServerOptions { Port = port });
            using var caller = new Caller(server);

            Assert.That(server.BaseAddress, Is.EqualTo(new Uri($"http://127.0.0.1:{port}/")));
            Assert.That(await caller.ListAsync(), Has.Count.EqualTo(24));
        }
    }

    [Test]
    public async Task Start_parallel_servers_share_no_state()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 24).Select(count => Task.Run(async () =>
        {
            var options = new AuroraServerOptions { VideoCount = count, ApiKey = $"key-{count}", Seed = count };
            await using var server = AuroraServer.Start(options);
            using var caller = new Caller(server);
            var videos = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => caller.ListAsync()));
            Assert.That(server.Requests, Has.Count.EqualTo(10));
            return videos.Select(list => list.Count).Distinct().Single();
        })));

        Assert.That(counts, Is.EqualTo(Enumerable.Range(0, 24)));
    }

    [Test]
    public async Task Dispose_stops_the_server_and_can_be_repeated()
    {
        var server = AuroraServer.Start();
        using var caller = new Caller(server);
        await caller.ListAsync();

        await server.DisposeAsync();
        server.Dispose();

        await Assert.ThatAsync(() => caller.ListAsync(), Throws.InstanceOf<HttpRequestException>());
    }

    private static async Task<string> BodyAsync(int seed)
    {
        await using var server = AuroraServer.Start(new AuroraServerOptions { Seed = seed });
        using var caller = new Caller(server);
        using var response = await caller.GetAsync();
        return await response.Content.ReadAsStringAsync();
    }

    private static List<IPEndPoint> Listeners(AuroraServer server) =>
        [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(endpoint => endpoint.Port == server.BaseAddress.Port)];

    private static void AssumeUsable(IPAddress address)
    {
        try
        {
            using var listener = new System.Net.Sockets.TcpListener(address, 0);
            listener.Start();
        }
        catch (System.Net.Sockets.SocketException)
        {
            Assert.Ignore($"This machine has no {address}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
