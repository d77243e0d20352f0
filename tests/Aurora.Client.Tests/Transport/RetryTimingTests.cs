using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Transport;

/// <summary>Tests the timing of attempts, retries and the circuit breaker with a fake clock.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RetryTimingTests
{
    private readonly FakeTimeProvider _clock = new();

    [TestCase(39, 2)]
    [TestCase(40, 1)]
    [TestCase(41, 1)]
    public async Task Retry_after_is_respected_within_the_timeout_of_the_call(int seconds, int requests)
    {
        var options = FakeWire.OptionsWith(_clock);
        (options.Timeout, options.AttemptTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(100), TimeSpan.FromHours(1), 1);
        using var wire = new FakeWire(_ => Throttled(seconds))
        {
            Before = (number, _) =>
            {
                if (number == 1)
                    _clock.Advance(TimeSpan.FromSeconds(60));
                return Task.CompletedTask;
            },
        };
        using var aurora = AuroraClient.Create(options, wire);

        var call = Thrown.By(() => aurora.ListAsync());
        _clock.Advance(TimeSpan.FromSeconds(39));

        Assert.That(await call, Has.Property("Kind").EqualTo(AuroraErrorKind.RateLimit).And.Property("Attempts").EqualTo(requests));
    }

    [Test]
    public async Task Delay_before_a_retry_doubles_up_to_30_seconds_and_varies_by_up_to_half()
    {
        var clock = new ImpatientClock();
        var options = FakeWire.OptionsWith(clock);
        (options.Timeout, options.AttemptTimeout, options.RetryDelay, options.MaxRetries) = (TimeSpan.FromHours(24), TimeSpan.FromHours(24), TimeSpan.FromSeconds(0.5), 10);
        using var aurora = AuroraClient.Create(options, new FakeWire(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)));

        await Thrown.By(() => aurora.ListAsync());

        var most = new[] { 0.5, 1, 2, 4, 8, 16, 30, 30, 30, 30 };
        Assert.That(clock.Waits, Has.Count.EqualTo(most.Length));
        Assert.That(clock.Waits.Zip(most, (wait, limit) => wait.TotalSeconds / limit), Has.All.InRange(0.5, 1));
    }

    [Test]
    public async Task Attempt_that_times_out_is_repeated()
    {
        var options = FakeWire.OptionsWith(_clock);
        (options.Timeout, options.AttemptTimeout) = (TimeSpan.FromHours(24), TimeSpan.FromSeconds(7));
        using var wire = new FakeWire(_ => new HttpResponseMessage { Content = new StringContent("[]") })
        {
            Before = (number, token) => number == 1 ? Task.Delay(Timeout.InfiniteTimeSpan, token) : Task.CompletedTask,
        };
        using var aurora = AuroraClient.Create(options, wire);
        var call = aurora.ListAsync();

        _clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.That(wire.Requests, Is.EqualTo(1));
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.That(await call, Is.Empty);
        Assert.That(wire.Requests, Is.EqualTo(2));
    }

    [Test]
    public async Task Call_that_times_out_names_the_timeout()
    {
        var options = FakeWire.OptionsWith(_clock);
        (options.Timeout, options.AttemptTimeout) = (TimeSpan.FromSeconds(7), TimeSpan.FromHours(24));
        using var wire = new FakeWire(_ => new HttpResponseMessage()) { Before = (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, token) };
        using var aurora = AuroraClient.Create(options, wire);
        var call = Thrown.By(() => aurora.ListAsync());

        _clock.Advance(TimeSpan.FromSeconds(7));

        Assert.That(await call, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.Message.EqualTo("GET /api/aurora/ failed: The call took longer than Timeout (00:00:07).").And.Property("Attempts").EqualTo(1));
    }

    [TestCase(200)]
    [TestCase(400)]
    [TestCase(429)]
    public async Task Circuit_breaker_ignores_success_rejection_and_throttling(int status)
    {
        var options = FakeWire.OptionsWith(_clock);
        options.MaxRetries = 0;
        using var wire = new FakeWire(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("[]") });
        using var aurora = AuroraClient.Create(options, wire);

        for (var call = 0; call < 300; call++)
            await ((Task)Task.WhenAny(aurora.ListAsync()));

        Assert.That(wire.Requests, Is.EqualTo(300));
    }

    [Test]
    public async Task Throttled_request_of_many_ids_delays_the_others()
    {
        var options = FakeWire.OptionsWith(_clock);
        (options.Timeout, options.AttemptTimeout, options.MaxConcurrency) = (TimeSpan.FromHours(24), TimeSpan.FromHours(24), 3);
        using var wire = new FakeWire(number => number == 1 ? Throttled(60) : new HttpResponseMessage { Content = new StringContent("[]") });
        using var aurora = AuroraClient.Create(options, wire);

        var call = aurora.GetManyAsync(Enumerable.Range(0, 300).Select(_ => Guid.NewGuid()));
        Assert.That(wire.Requests, Is.EqualTo(1));
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.That((await call).MissingIds, Has.Count.EqualTo(300));
        Assert.That(wire.Requests, Is.EqualTo(4));
    }

    private static HttpResponseMessage Throttled(int seconds)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return response;
    }

    /// <summary>Records the duration of each wait below an hour, and ends it immediately.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || dueTime > TimeSpan.FromHours(1))
                return base.CreateTimer(callback, state, dueTime, period);
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
