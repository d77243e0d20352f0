using System.Net;
using Aurora.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Transport;

/// <summary>Checks that disposal ends every running call with the same exception, no matter what the call waits for.</summary>
[TestFixture]
public sealed class DisposalTests
{
    private const string Video = """{"id":"0f8fad5b-d9cb-469f-a165-70867728950e","status":"running"}""";

    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    /// <summary>The owner of the <see cref="HttpClient"/>.</summary>
    public enum Owner
    {
        Client,
        Caller,
        Container,
    }

    [Test]
    public async Task Dispose_while_waiting_for_headers_ends_the_call([Values] Owner owner) => await AssertEnds(owner, "", aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_while_a_body_stalls_ends_the_call([Values] Owner owner) =>
        await AssertEnds(owner, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[", aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_while_an_error_body_stalls_ends_the_call([Values] Owner owner) =>
        await AssertEnds(owner, "HTTP/1.1 400 Bad\r\nContent-Length: 1000\r\n\r\n{", aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_during_the_delay_before_a_retry_ends_the_call([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(503), aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_while_the_API_asks_to_wait_ends_the_call([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(429, "", "Retry-After: 50"), aurora => aurora.ListAsync());

    [Test]
    public async Task Dispose_while_GetManyAsync_is_throttled_ends_the_call([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(429, "", "Retry-After: 50"), aurora => aurora.GetManyAsync([Id]));

    [Test]
    public async Task Dispose_while_GetManyAsync_waits_for_a_body_ends_the_call([Values] Owner owner) =>
        await AssertEnds(owner, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[", aurora => aurora.GetManyAsync([.. Enumerable.Range(0, 900).Select(_ => Guid.NewGuid())]));

    [Test]
    public async Task Dispose_during_a_stream_ends_the_stream([Values] Owner owner) =>
        await AssertEnds(owner, $"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[{Video},", aurora => ReadAsync(aurora.StreamAsync()));

    [Test]
    public async Task Dispose_during_a_stream_of_many_ids_ends_the_stream([Values] Owner owner) =>
        await AssertEnds(owner, "", aurora => ReadAsync(aurora.StreamManyAsync([Id])));

    [Test]
    public async Task Dispose_while_a_watch_pauses_ends_the_watch([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(200, $"[{Video}]"), aurora => ReadAsync(aurora.WatchAsync([Id])));

    [Test]
    public async Task Dispose_while_a_watch_is_throttled_ends_the_watch([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(429), aurora => ReadAsync(aurora.WatchAsync([Id])));

    [Test]
    public async Task Dispose_while_WaitForCompletionAsync_waits_ends_the_call([Values] Owner owner) =>
        await AssertEnds(owner, LocalServer.Response(200, $"[{Video}]"), aurora => aurora.WaitForCompletionAsync([Id]));

    [Test]
    public async Task Dispose_between_two_videos_that_have_arrived_ends_the_stream()
    {
        using var server = AuroraServer.Start();
        var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = server.ApiId, ApiKey = server.ApiKey, BaseAddress = server.BaseAddress });
        await using var videos = aurora.StreamAsync().GetAsyncEnumerator();
        await videos.MoveNextAsync();

        aurora.Dispose();

        await Assert.ThatAsync(async () => await videos.MoveNextAsync(), IsDisposed);
    }

    [Test]
    public async Task Call_after_Dispose_throws_immediately([Values] Owner owner)
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
    public async Task Cancellation_before_Dispose_throws_OperationCanceledException()
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
    public async Task Dispose_does_not_dispose_the_HttpClient_of_the_caller()
    {
        using var server = new LocalServer(_ => LocalServer.Response(200));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        new AuroraClient(http, Options(server)).Dispose();

        Assert.That(await http.GetStringAsync(server.Address), Is.EqualTo("[]"));
    }

    private static NUnit.Framework.Constraints.IResolveConstraint IsDisposed => Throws.TypeOf<ObjectDisposedException>().With.Property("ObjectName").EqualTo("Aurora.Client.AuroraClient");

    /// <summary>Disposes the client after the server has sent everything, while the call waits for more. The clock of the client stands still, so no pause ends.</summary>
    private static async Task AssertEnds(Owner owner, string answer, Func<AuroraClient, Task> call)
    {
        using var server = new LocalServer(_ => answer) { Stalls = !answer.Contains("Connection: close", StringComparison.Ordinal) };
        await using var services = Create(owner, server, out var aurora);
        using var leaving = new CancellationTokenSource();

        var running = call(aurora);
        await server.Answered;
        // This gives the call time to wait for more bytes. If it does not wait yet, it ends in the same way.
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
