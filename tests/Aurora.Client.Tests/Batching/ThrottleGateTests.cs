using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Batching;

[TestFixture]
public sealed class ThrottleGateTests
{
    private readonly FakeTimeProvider _clock = new();

    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 4)]
    [TestCase(4, 16)]
    [TestCase(5, 30)]
    [TestCase(1000, 30)]
    public void Pause_doubles_up_to_half_a_minute_where_the_API_names_none(int throttled, double seconds) =>
        Assert.That(ThrottleGate.Pause(Throttled(null), throttled), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public void Pause_is_as_long_as_the_API_asks() =>
        Assert.That(ThrottleGate.Pause(Throttled(TimeSpan.FromSeconds(77)), 3), Is.EqualTo(TimeSpan.FromSeconds(77)));

    [TestCase(AuroraErrorKind.RateLimit, null, true)]
    [TestCase(AuroraErrorKind.RateLimit, 1, true)]
    [TestCase(AuroraErrorKind.Server, 1, true)]
    [TestCase(AuroraErrorKind.Server, null, false)]
    [TestCase(AuroraErrorKind.Timeout, 1, false)]
    public void Only_a_wish_for_fewer_requests_is_throttling(AuroraErrorKind kind, int? retryAfter, bool expected)
    {
        var exception = new AuroraApiException(kind, "No.") { RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null };

        Assert.That(ThrottleGate.IsThrottling(exception), Is.EqualTo(expected));
        Assert.That(new ThrottleGate(_clock).TryClose(exception, 0), Is.EqualTo(expected));
    }

    [TestCase(4, true)]
    [TestCase(5, false)]
    public void Gate_closes_five_times_for_a_request(int throttled, bool expected) =>
        Assert.That(new ThrottleGate(_clock).TryClose(Throttled(TimeSpan.Zero), throttled), Is.EqualTo(expected));

    [TestCase(0, 300, true)]
    [TestCase(0, 301, false)]
    [TestCase(299, 1, true)]
    [TestCase(299, 2, false)]
    public void Gate_closes_for_five_minutes_of_the_call_at_most(int passed, int asked, bool expected)
    {
        var gate = new ThrottleGate(_clock);
        _clock.Advance(TimeSpan.FromSeconds(passed));

        Assert.That(gate.TryClose(Throttled(TimeSpan.FromSeconds(asked)), 0), Is.EqualTo(expected));
    }

    [Test]
    public async Task Gate_stays_closed_for_the_longest_wish()
    {
        var gate = new ThrottleGate(_clock);
        gate.TryClose(Throttled(TimeSpan.FromSeconds(10)), 0);
        gate.TryClose(Throttled(TimeSpan.FromSeconds(2)), 0);

        var waiting = gate.WaitAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.That(waiting.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await waiting;
    }

    [Test]
    public async Task Wish_that_comes_while_others_wait_holds_them_longer()
    {
        var gate = new ThrottleGate(_clock);
        gate.TryClose(Throttled(TimeSpan.FromSeconds(2)), 0);
        var waiting = gate.WaitAsync(CancellationToken.None);

        gate.TryClose(Throttled(TimeSpan.FromSeconds(10)), 0);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.That(waiting.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromSeconds(8));

        await waiting;
    }

    private static AuroraApiException Throttled(TimeSpan? retryAfter) => new(AuroraErrorKind.RateLimit, "Slow down.") { RetryAfter = retryAfter };
}
