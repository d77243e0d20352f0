using System.Net;
using Aurora.Document;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Testing.Tests;

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
    public async Task AssertRequested_passes_for_the_number_of_requests_that_fit()
    {
        await _caller.ListAsync("?ordering=name");
        await _caller.ListAsync("?ordering=name");
        await _caller.ListAsync();

        _server.AssertRequested(request => request.QueryValue("ordering") == "name");
        _server.AssertRequested(request => request.QueryValue("ordering") == "name", times: 2);
        _server.AssertRequested(request => request.Method == "POST", times: 0);
        _server.AssertRequestedOnce(request => request.Query.Count == 0);
        Assert.That(_server.AssertRequestedOnce, Throws.TypeOf<RequestAssertionException>());
    }

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores tells the requests apart.")]
    public async Task AssertRequested_otherwise_lists_what_was_received()
    {
        await _caller.ListAsync("?ordering=name");
        await _caller.ListAsync("?page=2");

        var exception = Assert.Throws<RequestAssertionException>(() => _server.AssertRequested(request => request.Query.Count == 1, times: 3));

        Assert.That((exception.Expected, exception.Actual, exception.Total, exception.Requests.Count), Is.EqualTo(((int?)3, 2, 2, 2)));
        Assert.That(exception.Message.ReplaceLineEndings("\n"), Is.EqualTo(
            "Expected 3 request(s) with request => request.Query.Count == 1, and 2 came. Received:\n"
            + "  GET /api/aurora/?ordering=name\n"
            + "  GET /api/aurora/?page=2"));
    }

    [Test]
    public void AssertRequested_without_any_request_says_so() =>
        Assert.That(
            () => _server.AssertRequested(_ => true),
            Throws.TypeOf<RequestAssertionException>().With.Message.EqualTo("Expected one or more request(s) with _ => true, and 0 came. There was no request."));

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores tells the requests apart.")]
    public async Task AssertRequested_when_the_log_has_dropped_requests_does_not_guess()
    {
        for (var page = 0; page < 6; page++)
            await _caller.ListAsync($"?page={page}");

        Assert.That(_server.Requests, Has.Count.EqualTo(5));
        Assert.That(_server.RequestCount, Is.EqualTo(6));
        _server.AssertRequested(request => request.QueryValue("page") == "5");
        Assert.That(
            () => _server.AssertRequestedOnce(request => request.QueryValue("page") == "5"),
            Throws.TypeOf<RequestAssertionException>().With.Message.Contains("raise AuroraServerOptions.RequestLogCapacity"));
    }

    [Test]
    [SendsUndocumentedRequests("It asks for what the API does not have.")]
    public async Task ClearRequests_forgets_unexpected_ones_too()
    {
        using var unexpected = await _caller.SendAsync(HttpMethod.Delete, "/");

        _server.ClearRequests();

        Assert.That(_server.Requests, Is.Empty);
        Assert.That(_server.RequestCount, Is.Zero);
        Assert.That(_server.AssertNoUnexpectedRequests, Throws.Nothing);
    }

    [Test]
    public async Task WaitForRequestsAsync_ends_with_the_request_that_was_waited_for()
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
    public async Task WaitForRequestsAsync_ends_when_cancelled_or_when_the_server_does()
    {
        using var cancelling = new CancellationTokenSource();
        var cancelled = _server.WaitForRequestsAsync(1, cancelling.Token);
        var orphaned = _server.WaitForRequestsAsync(1);

        await cancelling.CancelAsync();
        _server.Dispose();

        await Assert.ThatAsync(() => cancelled, Throws.InstanceOf<OperationCanceledException>());
        await Assert.ThatAsync(() => orphaned, Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => _server.WaitForRequestsAsync(1), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task OnRequestAnswered_tells_what_became_of_each_request()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(7) };
        var told = new TaskCompletionSource<AuroraAnsweredRequest>();
        using var server = AuroraServer.Start(new AuroraServerOptions
        {
            TimeProvider = clock,
            OnRequestAnswered = answered => Volatile.Read(ref told).TrySetResult(answered),
        });
        using var caller = new Caller(server);

        await caller.ListAsync("?ordering=name");
        var right = await told.Task;
        told = new TaskCompletionSource<AuroraAnsweredRequest>();
        server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.BadGateway));
        using var response = await caller.GetAsync();
        var fault = await told.Task;
        told = new TaskCompletionSource<AuroraAnsweredRequest>();
        server.EnqueueFaults(AuroraFault.Reset());
        await Assert.ThatAsync(() => caller.GetAsync(), Throws.InstanceOf<HttpRequestException>());
        var reset = await told.Task;

        Assert.That((right.Status, right.Fault), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.OK, (string?)null)));
        Assert.That(right.Elapsed, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(right.Request, Is.SameAs(server.Requests[0]));
        Assert.That($"{right}", Does.Match(@"^GET /api/aurora/\?ordering=name 200 in \d+ ms$"));
        Assert.That((fault.Status, fault.Fault), Is.EqualTo(((HttpStatusCode?)HttpStatusCode.BadGateway, "502 Bad Gateway")));
        Assert.That((reset.Status, reset.Fault), Is.EqualTo(((HttpStatusCode?)null, "reset")));
        Assert.That($"{reset}", Does.Match(@"^GET /api/aurora/ no status in \d+ ms \(reset\)$"));
    }

    [Test]
    public async Task OnRequestAnswered_that_throws_disturbs_no_answer()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { OnRequestAnswered = _ => throw new InvalidOperationException() });
        using var caller = new Caller(server);

        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(24));
        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(24));
    }
}
