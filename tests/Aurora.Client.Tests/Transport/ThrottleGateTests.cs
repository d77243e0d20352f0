using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Transport;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ThrottleGateTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CallTally _tally = new();
    private readonly CollectingLoggerProvider _log = new();

    public void Dispose() => _log.Dispose();

    [TestCase(AuroraErrorKind.RateLimit, null, true)]
    [TestCase(AuroraErrorKind.RateLimit, 1, true)]
    [TestCase(AuroraErrorKind.Server, 1, true)]
    [TestCase(AuroraErrorKind.Server, null, false)]
    [TestCase(AuroraErrorKind.Timeout, 1, false)]
    public void IsThrottled_is_true_only_for_responses_that_ask_for_fewer_requests(AuroraErrorKind kind, int? retryAfter, bool expected) =>
        Assert.That(ThrottleGate.IsThrottling(new(kind) { RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null }), Is.EqualTo(expected));

    [TestCase(null, new double[] { 0, 1, 3, 7, 15, 31, 61, 91 })]
    [TestCase(0.0, new double[] { 0, 0, 1, 3, 7, 15, 31, 61 })]
    [TestCase(20.0, new double[] { 0, 20, 40, 60, 80, 100, 120, 140 })]
    public async Task Request_that_is_rejected_repeatedly_is_sent_at_growing_intervals(double? retryAfter, double[] expected)
    {
        var times = new List<double>();
        var started = _clock.GetUtcNow();
        var call = Gate().PassAsync(_ =>
        {
            times.Add((_clock.GetUtcNow() - started).TotalSeconds);
            return times.Count < expected.Length ? throw Throttled(retryAfter) : Task.FromResult(true);
        }, CancellationToken.None);

        await RunClockAsync(call);

        Assert.That(times, Is.EqualTo(expected));
    }

    [TestCase(60.0, 300)]
    [TestCase(59.0, 354)]
    [TestCase(null, 301)]
    [TestCase(300.0, 300)]
    [TestCase(301.0, 0)]
    public async Task Request_that_is_always_rejected_fails_after_five_minutes(double? retryAfter, double expected)
    {
        var started = _clock.GetUtcNow();
        var rejection = Throttled(retryAfter);
        var call = Gate().PassAsync<bool>(_ => throw rejection, CancellationToken.None);

        await RunClockAsync(call);

        Assert.That(await Thrown.By(() => call), Is.SameAs(rejection));
        Assert.That((_clock.GetUtcNow() - started).TotalSeconds, Is.EqualTo(expected));
    }

    [Test]
    public async Task Requests_are_sent_one_at_a_time_after_a_rejection_until_two_succeed()
    {
        var wire = new HeldRequests();
        var gate = Gate();
        var calls = Enumerable.Range(0, 5).Select(_ => gate.PassAsync(_ => wire.SendAsync(), CancellationToken.None)).ToList();
        await wire.HasSentAsync(5);
        for (var i = 0; i < 5; i++)
            wire[i].SetException(Throttled(2));
        await RunClockUntilAsync(() => wire.Sent > 5);

        await wire.HasSentAsync(6);
        wire[5].SetResult(true);
        await wire.HasSentAsync(7);
        wire[6].SetResult(true);
        await wire.HasSentAsync(10);
        for (var i = 7; i < 10; i++)
            wire[i].SetResult(true);

        await Task.WhenAll(calls);
    }

    [Test]
    public async Task Longest_requested_wait_applies()
    {
        var started = _clock.GetUtcNow();
        var wire = new HeldRequests();
        var gate = Gate();
        var calls = Enumerable.Range(0, 2).Select(_ => gate.PassAsync(_ => wire.SendAsync(), CancellationToken.None)).ToList();
        wire[0].SetException(Throttled(10));
        wire[1].SetException(Throttled(2));

        await RunClockUntilAsync(() => wire.Sent > 2);

        Assert.That((_clock.GetUtcNow() - started).TotalSeconds, Is.GreaterThanOrEqualTo(10));
        wire[2].SetResult(true);
        await wire.HasSentAsync(4);
        wire[3].SetResult(true);
        await Task.WhenAll(calls);
    }

    [Test]
    public async Task Other_failure_is_thrown_and_frees_the_turn()
    {
        var gate = Gate();
        var attempts = 0;
        var first = gate.PassAsync<bool>(_ => throw (attempts++ == 0 ? Throttled(0) : new AuroraApiException(AuroraErrorKind.Permission)), CancellationToken.None);

        Assert.That(await Thrown.By(() => first), Has.Property("Kind").EqualTo(AuroraErrorKind.Permission));
        Assert.That(await gate.PassAsync(_ => Task.FromResult(true), CancellationToken.None), Is.True);
    }

    [Test]
    public async Task Cancellation_while_waiting_frees_the_turn()
    {
        using var cancelling = new CancellationTokenSource();
        var gate = Gate();
        var attempts = 0;
        var canceled = gate.PassAsync<bool>(_ => throw Throttled(10), cancelling.Token);
        var other = gate.PassAsync(_ => Task.FromResult(++attempts), CancellationToken.None);

        await cancelling.CancelAsync();
        await Assert.ThatAsync(() => canceled, Throws.InstanceOf<OperationCanceledException>());
        await RunClockAsync(other);

        Assert.That((other.IsCompletedSuccessfully, attempts), Is.EqualTo((true, 1)));
    }

    [TestCase(0.0, null)]
    [TestCase(54.0, "Information 3 The API asks to wait 54 s (429). ")]
    [TestCase(null, "Information 4 The API throttles requests. The client waits 1 s (429). ")]
    public async Task Wait_is_logged_once_for_requests_that_were_rejected_together(double? retryAfter, string? expected)
    {
        var sent = 0;
        var gate = Gate();
        var together = new TaskCompletionSource();
        var calls = Enumerable.Range(0, 4).Select(_ => gate.PassAsync(async _ =>
        {
            if (++sent <= 4)
            {
                await together.Task;
                throw Throttled(retryAfter);
            }

            return true;
        }, CancellationToken.None)).ToList();
        together.SetResult();

        await RunClockAsync(Task.WhenAll(calls));

        Assert.That(_log.Lines, expected is null ? Is.Empty : Has.Count.EqualTo(1).And.All.StartsWith(expected));
    }

    [Test]
    public async Task Tally_keeps_the_last_rejection_until_a_success()
    {
        var rejection = Throttled(2);
        var sent = 0;
        var call = Gate().PassAsync(_ => ++sent == 1 ? throw rejection : Task.FromResult(true), CancellationToken.None);
        Assert.That(_tally.LastFailure, Is.SameAs(rejection));

        await RunClockAsync(call);

        Assert.That(_tally.LastFailure, Is.Null);
    }

    private static AuroraApiException Throttled(double? retryAfter) => new(AuroraErrorKind.RateLimit)
    {
        StatusCode = HttpStatusCode.TooManyRequests,
        RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

    private ThrottleGate Gate() => new(_clock, _tally, ThrottleGate.Patience, _log);

    private Task RunClockAsync(Task call) => RunClockUntilAsync(() => call.IsCompleted);

    private async Task RunClockUntilAsync(Func<bool> isReached)
    {
        for (var step = 0; step < 10_000 && !isReached(); step++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            // Tasks that the clock has completed need a thread before the clock advances again.
            for (var turn = 0; turn < 20 && !isReached(); turn++)
                await Task.Yield();
            if (!isReached())
                await Task.Delay(5);
        }
    }

    /// <summary>Requests that the test completes.</summary>
    private sealed class HeldRequests
    {
        private readonly List<TaskCompletionSource<bool>> _sent = [];

        public int Sent
        {
            get
            {
                lock (_sent)
                    return _sent.Count;
            }
        }

        public TaskCompletionSource<bool> this[int number]
        {
            get
            {
                lock (_sent)
                    return _sent[number];
            }
        }

        public Task<bool> SendAsync()
        {
            lock (_sent)
            {
                _sent.Add(new TaskCompletionSource<bool>());
                return _sent[^1].Task;
            }
        }

        /// <summary>Waits until the given number of requests has been sent, and checks that there are no more.</summary>
        public async Task HasSentAsync(int count)
        {
            for (var turn = 0; turn < 5000 && Sent < count; turn++)
                await Task.Delay(1);
            Assert.That(Sent, Is.EqualTo(count));
        }
    }
}
