using System.Net;
using Aurora.Client.Tests.Watching;

namespace Aurora.Client.Tests.Transport;

/// <summary>Checks that a timeout names the option that ended the attempt or the call, and its value.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TimeoutTests
{
    // The timers of the call, and of an attempt or the delay between two attempts.
    private const int Waits = 2;

    private readonly WaitingClock _clock = new();

    [Test]
    public async Task Attempts_that_all_exceed_AttemptTimeout_name_it()
    {
        var error = await SilentAsync(options => options.Timeout = TimeSpan.FromMinutes(10));

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.Property("Attempts").EqualTo(4).And.InnerException.TypeOf<TimeoutException>());
        Assert.That(error.Message, Is.EqualTo("GET /api/aurora/ failed: 4 attempts took longer than AttemptTimeout (00:00:30). 4 requests were sent."));
    }

    [Test]
    public async Task Single_attempt_that_exceeds_AttemptTimeout_names_it() =>
        Assert.That((await SilentAsync(options => options.MaxRetries = 0)).Message, Is.EqualTo("GET /api/aurora/ failed: 1 attempt took longer than AttemptTimeout (00:00:30)."));

    [Test]
    public async Task Call_that_exceeds_Timeout_also_names_the_previous_attempts() =>
        Assert.That((await SilentAsync()).Message, Is.EqualTo(
            "GET /api/aurora/ failed: The call took longer than Timeout (00:01:40), and 3 attempts took longer than AttemptTimeout (00:00:30). 4 requests were sent."));

    [Test]
    public async Task Call_that_exceeds_Timeout_during_a_delay_has_the_facts_of_the_last_response()
    {
        var error = await RunAsync(
            new FakeWire(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)
            {
                Content = new StringContent("""{"detail": "Down for maintenance."}"""),
            }),
            options => (options.MaxRetries, options.RetryDelay) = (10, TimeSpan.FromMinutes(1)));

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.Property("StatusCode").EqualTo(HttpStatusCode.BadGateway).And.Property("Detail").EqualTo("Down for maintenance."));
        Assert.That(error.Message, Does.Contain("The call took longer than Timeout (00:01:40). The API returned 502 BadGateway").And.Contain("Down for maintenance."));
    }

    [Test]
    public async Task Timeout_of_the_HttpClient_is_named_and_the_request_is_retried()
    {
        using var http = new HttpClient(new FakeWire(_ => new HttpResponseMessage()) { Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token) }) { Timeout = TimeSpan.FromMilliseconds(50) };
        using var aurora = new AuroraClient(http, FakeWire.Options);

        var error = await Thrown.By(() => aurora.ListAsync());

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.Property("Attempts").EqualTo(4).And.InnerException.TypeOf<TimeoutException>());
        Assert.That(error.Message, Does.Contain("The attempt took longer than HttpClient.Timeout (00:00:00.0500000)."));
    }

    [Test]
    public async Task Cancellation_by_the_caller_is_not_reported_as_a_timeout_of_HttpClient()
    {
        using var cancelling = new CancellationTokenSource();
        using var http = new HttpClient(new FakeWire(_ => new HttpResponseMessage()) { Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token) });
        using var aurora = new AuroraClient(http, FakeWire.Options);
        var call = aurora.ListAsync(cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThatAsync(() => call, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    private Task<AuroraApiException> SilentAsync(Action<AuroraClientOptions>? configure = null) =>
        RunAsync(new FakeWire(_ => new HttpResponseMessage()) { Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token) }, configure);

    private async Task<AuroraApiException> RunAsync(FakeWire wire, Action<AuroraClientOptions>? configure)
    {
        var options = FakeWire.Options;
        options.TimeProvider = _clock;
        configure?.Invoke(options);
        using var aurora = AuroraClient.Create(options, wire);
        var call = Thrown.By(() => aurora.ListAsync());
        for (var turn = 0; turn < 10_000 && !call.IsCompleted; turn++)
        {
            if (_clock.Waiting >= Waits)
                _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        return await call;
    }
}
