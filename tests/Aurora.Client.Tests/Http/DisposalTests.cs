using System.Net;
using Aurora.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Http;

/// <summary>Disposal ends every call under way with one exception, in whatever it waits for.</summary>
[TestFixture]
public sealed class DisposalTests
{
    private const string Video = """{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","status":"running"}""";

    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    /// <summary>Whose <see cref="HttpClient"/> it is.</summary>
    public enum Owner
    {
        Client,
        Caller,
        Container,
    }

    [Test]
    public async Task Dispose_while_the_headers_are_awaited([Values] Owner owner) => await AssertEnds(owner, "", aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_while_a_body_stalls([Values] Owner owner) =>
        await AssertEnds(owner, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[", aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_while_an_error_body_stalls([Values] Owner owner) =>
        await AssertEnds(owner, "HTTP/1.1 400 Bad\r\nContent-Length: 1000\r\n\r\n{", aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_during_a_pause_before_a_retry([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(503), aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_while_the_API_asks_to_wait([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(429, "", "Retry-After: 50"), aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_while_GetManyAsync_is_throttled([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(429, "", "Retry-After: 50"), aurora => aurora.GetManyAsync([Id]));

    [Test]
    public async Task Dispose_while_GetManyAsync_waits_for_a_body([Values] Owner owner) =>
        await AssertEnds(owner, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[", aurora => aurora.GetManyAsync([.. Enumerable.Range(0, 900).Select(_ => Guid.NewGuid())]));

    [Test]
    public async Task Dispose_in_a_stream([Values] Owner owner) =>
        await AssertEnds(owner, $"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[{Video},", aurora => ReadAsync(aurora.StreamAsync()));

    [Test]
    public async Task Dispose_in_a_stream_of_many([Values] Owner owner) =>
        await AssertEnds(owner, "", aurora => ReadAsync(aurora.StreamManyAsync([Id])));

    [Test]
    public async Task Dispose_while_a_watch_pauses([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(200, $"[{Video}]"), aurora => ReadAsync(aurora.WatchAsync([Id])));

    [Test]
    public async Task Dispose_while_a_watch_is_throttled([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(429), aurora => ReadAsync(aurora.WatchAsync([Id])));

    [Test]
    public async Task Dispose_while_WaitAsync_waits([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(200, $"[{Video}]"), aurora => aurora.WaitForCompletionAsync([Id]));

    [Test]
    public async Task Dispose_between_two_videos_of_a_stream_that_have_arrived()
    {
        using var server = AuroraServer.Start();
        var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = server.ApiId, ApiKey = server.ApiKey, BaseAddress = server.BaseAddress });
        await using var videos = aurora.StreamAsync().GetAsyncEnumerator();
        await videos.MoveNextAsync();

        aurora.Dispose();

        await Assert.ThatAsync(async () => await videos.MoveNextAsync(), IsDisposed);
    }

    [Test]
    public async Task Dispose_before_a_call_ends_it_at_once([Values] Owner owner)
    {
        using var server = new LocalServer(_ => LocalServer.Response(200));
        await using var services = Create(owner, server, out var aurora);
        aurora.Dispose();
        aurora.Dispose();

        await Assert.ThatAsync(() => aurora.ListAsync(), IsDisposed);
        await Assert.ThatAsync(() => aurora.FindAsync(Id), IsDisposed);
        await Assert.ThatAsync(() => aurora.GetManyAsync([Id]), IsDisposed);
        await Assert.ThatAsync(() => ReadAsync(aurora.StreamAsync()), IsDisposed);
        await Assert.ThatAsync(() => ReadAsync(aurora.StreamManyAsync([Id])), IsDisposed);
        await Assert.ThatAsync(() => ReadAsync(aurora.WatchAsync([Id])), IsDisposed);
        await Assert.ThatAsync(() => aurora.WaitForCompletionAsync([Id]), IsDisposed);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Cancellation_before_the_disposal_stays_a_cancellation()
    {
        using var server = new LocalServer(_ => "") { Stalls = true };
        var aurora = AuroraClient.Create(Options(server));
        using var leaving = new CancellationTokenSource();
        var call = aurora.GetManyAsync([Id], cancellationToken: leaving.Token);
        await server.Answered;

        await leaving.CancelAsync();
        aurora.Dispose();

        await Assert.ThatAsync(() => call, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(leaving.Token));
    }

    [Test]
    public async Task Dispose_leaves_the_callers_HttpClient_usable()
    {
        using var server = new LocalServer(_ => LocalServer.Response(200));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        new AuroraClient(http, Options(server)).Dispose();

        Assert.That(await http.GetStringAsync(server.Address), Is.EqualTo("[]"));
    }

    private static NUnit.Framework.Constraints.IResolveConstraint IsDisposed => Throws.TypeOf<ObjectDisposedException>().With.Property("ObjectName").EqualTo("Aurora.Client.AuroraClient");

    /// <summary>Disposes the client when the server has sent all it sends and the call waits for more. No time passes: a pause on the client's clock never ends by itself.</summary>
    private static async Task AssertEnds(Owner owner, string answer, Func<AuroraClient, Task> call)
    {
        using var server = new LocalServer(_ => answer) { Stalls = !answer.Contains("Connection: close", StringComparison.Ordinal) };
        await using var services = Create(owner, server, out var aurora);
        using var leaving = new CancellationTokenSource();

        var running = call(aurora);
        await server.Answered;
        // So that the call waits for what comes next; a call that is not there yet ends in the same way.
        await Task.Delay(50);
        Assert.That(running.IsCompleted, Is.False);
        if (services is null)
            aurora.Dispose();
        else
            await services.DisposeAsync();

        await Assert.ThatAsync(() => running.WaitAsync(TimeSpan.FromSeconds(30)), IsDisposed);
    }

    private static ServiceProvider? Create(Owner owner, LocalServer server, out AuroraClient aurora)
    {
        var options = Options(server);
        if (owner != Owner.Container)
        {
            aurora = owner == Owner.Client ? AuroraClient.Create(options) : new AuroraClient(new HttpClient(new SocketsHttpHandler { UseProxy = false }), options);
            return null;
        }

        var services = new ServiceCollection();
        services.AddAuroraClient(copy => (copy.ApiId, copy.ApiKey, copy.BaseAddress, copy.RetryDelay, copy.TimeProvider) = (options.ApiId, options.ApiKey, options.BaseAddress, options.RetryDelay, options.TimeProvider));
        var provider = services.BuildServiceProvider();
        aurora = provider.GetRequiredService<AuroraClient>();
        return provider;
    }

    private static AuroraClientOptions Options(LocalServer server) => new() { ApiId = "an-id", ApiKey = "a-key", BaseAddress = server.Address, RetryDelay = TimeSpan.FromMinutes(1), TimeProvider = new FakeTimeProvider(DateTimeOffset.UtcNow) };

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
        }
    }
}
