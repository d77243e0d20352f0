using System.Net;
using Aurora.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests retries, timeouts and the circuit breaker over real HTTP against a server that fails.</summary>
[TestFixture]
public sealed class ResilienceTests : AuroraServerFixture
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [TestCase(408)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Temporary_error_status_is_retried(int status)
    {
        Server.EnqueueFaults(Status(status), Status(status));

        Assert.That(await Client().ListAsync(), Has.Count.EqualTo(24));
        Assert.That(Server.Requests, Has.Count.EqualTo(3));
    }

    [TestCase(400, AuroraErrorKind.InvalidRequest)]
    [TestCase(401, AuroraErrorKind.Authentication)]
    [TestCase(403, AuroraErrorKind.Permission)]
    [TestCase(404, AuroraErrorKind.NotFound)]
    [TestCase(413, AuroraErrorKind.InvalidRequest)]
    [TestCase(414, AuroraErrorKind.InvalidRequest)]
    public async Task Other_error_status_is_not_retried(int status, AuroraErrorKind kind)
    {
        Server.EnqueueFaults(Status(status));

        Assert.That(await Thrown.By(() => Client().ListAsync()), Has.Property("Kind").EqualTo(kind).And.Property("Attempts").EqualTo(1));
    }

    [TestCase(429, AuroraErrorKind.RateLimit)]
    [TestCase(503, AuroraErrorKind.Server)]
    [TestCase(408, AuroraErrorKind.Timeout)]
    public async Task Error_status_that_persists_throws_after_the_last_attempt(int status, AuroraErrorKind kind)
    {
        Server.InjectFaultWhen(_ => true, Status(status), int.MaxValue);

        var error = await Thrown.By(() => Client(options => options.MaxRetries = 2).ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(kind).And.Property("Attempts").EqualTo(3).And.Property("StatusCode").EqualTo((HttpStatusCode)status));
    }

    [Test]
    public async Task Retry_after_in_seconds_is_respected()
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(20)));
        var started = _clock.GetUtcNow();

        await Advance(Client(WithoutTimeouts, clock: _clock).ListAsync());

        Assert.That(_clock.GetUtcNow() - started, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Retry_after_as_a_date_is_respected()
    {
        var started = _clock.GetUtcNow();
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.ServiceUnavailable, retryAfter: started.AddSeconds(30).ToString("R")));

        await Advance(Client(WithoutTimeouts, clock: _clock).ListAsync());

        Assert.That(_clock.GetUtcNow() - started, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(29)));
    }

    [TestCase("soon")]
    [TestCase("-5")]
    [TestCase("Wed, 21 Oct 2015 07:28:00 GMT")]
    public async Task Invalid_retry_after_is_ignored(string retryAfter)
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, retryAfter: retryAfter));

        Assert.That(await Client().ListAsync(), Is.Not.Empty);
    }

    [Test]
    public async Task Retry_after_beyond_the_timeout_fails_without_a_retry()
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromDays(365)));

        var error = await Thrown.By(() => Client().ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.RateLimit).And.Property("RetryAfter").EqualTo(TimeSpan.FromDays(365)).And.Property("Attempts").EqualTo(1));
    }

    [Test]
    public async Task Retry_after_beyond_the_timeout_fails_without_a_retry_in_a_stream()
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromDays(365)));

        var error = await Thrown.By(async () =>
        {
            await foreach (var _ in Client().StreamAsync())
            {
            }
        });

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.RateLimit).And.Property("RetryAfter").EqualTo(TimeSpan.FromDays(365)));
    }

    [Test]
    public async Task Reset_connection_is_retried()
    {
        Server.EnqueueFaults(AuroraFault.Reset(), AuroraFault.Reset());

        Assert.That(await Client().ListAsync(), Has.Count.EqualTo(24));
    }

    [TestCase(0, true)]
    [TestCase(5000, true)]
    [TestCase(5000, false)]
    public async Task Incomplete_body_is_retried_by_a_list(int afterBytes, bool chunked)
    {
        Server.EnqueueFaults(AuroraFault.Truncate(afterBytes, chunked));

        Assert.That(await Client().ListAsync(), Has.Count.EqualTo(24));
        Assert.That(Server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Body_that_is_always_incomplete_is_a_network_error()
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Truncate(5000), int.MaxValue);

        var error = await Thrown.By(() => Client(options => options.MaxRetries = 1).ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(2).And.Property("StatusCode").EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Body_that_stalls_exceeds_the_idle_timeout()
    {
        Server.EnqueueFaults(AuroraFault.Stall(5000));

        var error = await Thrown.By(() => Client(options => (options.BodyIdleTimeout, options.MaxRetries) = (TimeSpan.FromMilliseconds(50), 0)).ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.InnerException.TypeOf<TimeoutException>().And.Message.Contains("BodyIdleTimeout (00:00:00.0500000)"));
    }

    [Test]
    public async Task Body_that_arrives_slowly_for_longer_than_the_idle_timeout_is_read()
    {
        Server.EnqueueFaults(AuroraFault.SlowBody(2000, TimeSpan.FromMilliseconds(20)));

        Assert.That(await Client(options => options.BodyIdleTimeout = TimeSpan.FromSeconds(10)).ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Attempt_that_times_out_is_retried_within_the_timeout_of_the_call()
    {
        Server.EnqueueFaults(AuroraFault.Stall(0));

        Assert.That(await Client(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300)).ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Call_that_times_out_throws_AuroraApiException()
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Stall(5000), int.MaxValue);

        var error = await Thrown.By(() => Client(options => (options.Timeout, options.AttemptTimeout) = (TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(20))).ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.InnerException.TypeOf<TimeoutException>());
    }

    [Test]
    public async Task Cancellation_during_the_body_has_the_token_of_the_caller()
    {
        Server.EnqueueFaults(AuroraFault.Stall(5000));
        using var cancelling = new CancellationTokenSource();
        var call = Client().ListAsync(cancelling.Token);

        cancelling.CancelAfter(TimeSpan.FromMilliseconds(100));

        await Assert.ThatAsync(() => call, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    [Test]
    public async Task Cancellation_during_the_delay_before_a_retry_has_the_token_of_the_caller()
    {
        Server.EnqueueFaults(AuroraFault.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(60)));
        using var cancelling = new CancellationTokenSource();
        var call = Client().ListAsync(cancelling.Token);

        cancelling.CancelAfter(TimeSpan.FromMilliseconds(100));

        await Assert.ThatAsync(() => call, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    [Test]
    public async Task Circuit_breaker_opens_when_the_API_keeps_failing()
    {
        Server.InjectFaultWhen(_ => true, Status(500), int.MaxValue);
        var aurora = Client(options => options.MaxRetries = 0);
        var last = await Thrown.By(() => aurora.ListAsync());
        for (var call = 0; call < 150 && last.StatusCode is not null; call++)
            last = await Thrown.By(() => aurora.ListAsync());

        Assert.That(last, Has.Property("Kind").EqualTo(AuroraErrorKind.Server).And.Property("Attempts").EqualTo(0).And.Message.Contains("circuit breaker"));
    }

    [Test]
    public async Task Circuit_breaker_closes_after_five_seconds()
    {
        var isDown = true;
        Server.InjectFaultWhen(_ => isDown, Status(500), int.MaxValue);
        var aurora = Client(options => options.MaxRetries = 0, clock: _clock);
        while ((await Thrown.By(() => aurora.ListAsync())).StatusCode is not null)
        {
        }

        isDown = false;
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Kind").EqualTo(AuroraErrorKind.Server).And.Property("Attempts").EqualTo(0));
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.That(await aurora.ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Circuit_breaker_stays_closed_when_every_fourth_request_fails()
    {
        var requests = 0;
        Server.InjectFaultWhen(_ => Interlocked.Increment(ref requests) % 4 == 0, Status(500), int.MaxValue);
        var aurora = Client();
        var counts = new List<int>();
        for (var call = 0; call < 200; call++)
            counts.Add((await aurora.ListAsync([Guid.Empty])).Count);

        Assert.That(counts, Has.Exactly(200).Zero);
        Assert.That(requests, Is.EqualTo(266));
    }

    private static AuroraFault Status(int status) => AuroraFault.Status((HttpStatusCode)status);

    /// <summary>Advances the clock of the client until the call ends. The server uses the system clock.</summary>
    private async Task Advance(Task call)
    {
        while (!call.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(0.5));
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(10)));
        }

        await call;
    }
}
