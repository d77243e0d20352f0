using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Testing.Tests;

[TestFixture]
public sealed class RequestAssertionTests
{
    private AuroraServer _server = null!;
    private Caller _caller = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 1, RequestLogCapacity = 5 });
        _caller = new Caller(_server);
    }

    [TearDown]
    public void Stop()
    {
        _caller.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task AssertRequested_matching_count_passes()
    {
        await _caller.ListAsync("?ordering=name");
        await _caller.ListAsync("?ordering=name");
        await _caller.ListAsync();

        _server.AssertRequested(request => request.GetQueryValue("ordering") == "name");
        _server.AssertRequested(request => request.GetQueryValue("ordering") == "name", times: 2);
        _server.AssertRequested(request => request.Method == "POST", times: 0);
        _server.AssertRequestedOnce(request => request.Query.Count == 0);
        Assert.That(_server.AssertRequestedOnce, Throws.TypeOf<AuroraAssertionException>());
    }

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores identifies the requests.")]
    public async Task AssertRequested_different_count_lists_the_received_requests()
    {
        await _caller.ListAsync("?ordering=name");
        await _caller.ListAsync("?page=2");

        var exception = Assert.Throws<AuroraAssertionException>(() => _server.AssertRequested(request => request.Query.Count == 1, times: 3));

        Assert.That(exception.Message, Does.Contain("Expected 3").And.Contain("request => request.Query.Count == 1").And.Contain("found 2"));
        Assert.That(exception.Message.ReplaceLineEndings("\n"), Does.EndWith("\n  GET /api/aurora/?ordering=name\n  GET /api/aurora/?page=2"));
    }

    [Test]
    public void AssertRequested_without_requests_throws() =>
        Assert.That(
            () => _server.AssertRequested(_ => true),
            Throws.TypeOf<AuroraAssertionException>().With.Message.Contains("_ => true").And.Message.Contains("received no requests"));

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores identifies the requests.")]
    public async Task AssertRequested_incomplete_log_throws()
    {
        for (var page = 0; page < 6; page++)
            await _caller.ListAsync($"?page={page}");

        Assert.That(_server.Requests, Has.Count.EqualTo(5));
        Assert.That(_server.RequestCount, Is.EqualTo(6));
        _server.AssertRequested(request => request.GetQueryValue("page") == "5");
        Assert.That(
            () => _server.AssertRequestedOnce(request => request.GetQueryValue("page") == "5"),
            Throws.TypeOf<AuroraAssertionException>()
                .With.Message.Contains("5 of 6").And.Message.Contains("increase AuroraServerOptions.RequestLogCapacity"));
    }

    [Test]
    [SendsUndocumentedRequests("The test clears a request that the API does not support.")]
    public async Task ClearRequests_removes_unexpected_requests()
    {
        using var unexpected = await _caller.SendAsync(HttpMethod.Delete, "/");

        _server.ClearRequests();

        Assert.That(_server.Requests, Is.Empty);
        Assert.That(_server.RequestCount, Is.Zero);
        Assert.That(_server.AssertNoUnexpectedRequests, Throws.Nothing);
    }

    [Test]
    public async Task WaitForRequestsAsync_completes_with_the_last_request()
    {
        await _caller.ListAsync();
        await _server.WaitForRequestsAsync(1);
        var three = _server.WaitForRequestsAsync(3);

        await _caller.ListAsync();
        Assert.That(three.IsCompleted, Is.False);
        await _caller.ListAsync();

        await three;
        Assert.That(_server.RequestCount, Is.EqualTo(3));
    }

    [Test]
    public async Task WaitForRequestsAsync_throws_when_canceled_or_disposed()
    {
        using var cancellation = new CancellationTokenSource();
        var canceled = _server.WaitForRequestsAsync(1, cancellation.Token);
        var orphaned = _server.WaitForRequestsAsync(1);

        await cancellation.CancelAsync();
        _server.Dispose();

        await Assert.ThatAsync(() => canceled, Throws.InstanceOf<OperationCanceledException>());
        await Assert.ThatAsync(() => orphaned, Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => _server.WaitForRequestsAsync(1), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task OnRequestCompleted_describes_every_request()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(7) };
        var completed = new TaskCompletionSource<AuroraCompletedRequest>();
        using var server = AuroraServer.Start(new AuroraServerOptions
        {
            TimeProvider = clock,
            OnRequestCompleted = request => Volatile.Read(ref completed).TrySetResult(request),
        });
        using var caller = new Caller(server);

        await caller.ListAsync("?ordering=name");
        var normal = await completed.Task;
        completed = new TaskCompletionSource<AuroraCompletedRequest>();
        server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadGateway));
        using var response = await caller.GetAsync();
        var fault = await completed.Task;
        completed = new TaskCompletionSource<AuroraCompletedRequest>();
        server.EnqueueFaults(AuroraFault.Reset());
        await Assert.ThatAsync(() => caller.GetAsync(), Throws.InstanceOf<HttpRequestException>());
        var reset = await completed.Task;

        Assert.That((normal.Status, normal.Fault), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.OK, (string?)null)));
        Assert.That(normal.Elapsed, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(normal.Request, Is.SameAs(server.Requests[0]));
        Assert.That($"{normal}", Does.Match(@"^GET /api/aurora/\?ordering=name 200 in \d+ ms$"));
        Assert.That((fault.Status, fault.Fault), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.BadGateway, "502 Bad Gateway")));
        Assert.That((reset.Status, reset.Fault), Is.EqualTo(((HttpStatusCode?)null, "connection reset")));
        Assert.That($"{reset}", Does.Match(@"^GET /api/aurora/ no status in \d+ ms \(connection reset\)$"));
    }

    [Test]
    public async Task OnRequestCompleted_exceptions_are_ignored()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { OnRequestCompleted = _ => throw new InvalidOperationException() });
        using var caller = new Caller(server);

        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(24));
        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(24));
    }
}
