using System.Diagnostics;
using Aurora.Client.Tests.Watching;

namespace Aurora.Client.Tests.Batching;

/// <summary>Tests calls with many ids against a server that throttles as Django REST framework does, at 20 requests per minute. Only the clock is a fake.</summary>
[TestFixture]
public sealed class ThrottlingTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);

    private WaitingClock _clock = null!;
    private SimpleRateThrottle _throttle = null!;
    private ThrottledServer _server = null!;
    private BusyHandler _handler = null!;
    private AuroraClient _aurora = null!;
    private DateTimeOffset _started;

    private double Seconds => (_clock.GetUtcNow() - _started).TotalSeconds;

    [SetUp]
    public void Start()
    {
        _clock = new WaitingClock();
        _started = _clock.GetUtcNow();
        _throttle = new SimpleRateThrottle(_clock, 20, TimeSpan.FromMinutes(1));
        _server = new ThrottledServer(_throttle);
        _handler = new BusyHandler();
        _aurora = AuroraClient.Create(
            new AuroraClientOptions { ApiId = "an-id", ApiKey = "a-key", BaseAddress = _server.Address, TimeProvider = _clock },
            _handler);
    }

    [TearDown]
    public void Stop()
    {
        _aurora.Dispose();
        _handler.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task GetManyAsync_of_3000_ids_takes_slightly_longer_than_the_window()
    {
        var call = _aurora.GetManyAsync(FakeAccount.Ids(3000));

        await RunClockAsync(call);

        Assert.That((await call).Videos, Has.Count.EqualTo(3000));
        Assert.That(Seconds, Is.GreaterThanOrEqualTo(60).And.LessThanOrEqualTo(70));
    }

    [Test]
    public async Task StreamManyAsync_of_3000_ids_takes_slightly_longer_than_the_window()
    {
        var count = 0;
        var call = Task.Run(async () =>
        {
            await foreach (var _ in _aurora.StreamManyAsync(FakeAccount.Ids(3000)))
                count++;
        });

        await RunClockAsync(call);

        Assert.That(count, Is.EqualTo(3000));
        Assert.That(Seconds, Is.LessThanOrEqualTo(70));
    }

    [Test]
    public async Task WaitForCompletionAsync_of_3000_ids_takes_slightly_longer_than_the_window()
    {
        var call = _aurora.WaitForCompletionAsync(FakeAccount.Ids(3000));

        await RunClockAsync(call);

        Assert.That(await call, Has.Count.EqualTo(3000));
        Assert.That(Seconds, Is.LessThanOrEqualTo(70));
    }

    [Test]
    public async Task GetManyAsync_succeeds_if_others_use_all_slots_for_less_than_five_minutes()
    {
        TakeAllSlots();
        var call = _aurora.GetManyAsync(FakeAccount.Ids(400));

        await RunClockAsync(call, () =>
        {
            if (Seconds < 230)
                TakeAllSlots();
        });

        Assert.That((await call).Videos, Has.Count.EqualTo(400));
    }

    [Test]
    public async Task GetManyAsync_fails_if_others_use_all_slots_for_five_minutes_and_counts_every_request()
    {
        var call = Thrown.By(() => _aurora.GetManyAsync(FakeAccount.Ids(3000)));

        await RunClockAsync(call, () =>
        {
            // Only this client uses the slots of the first minute.
            if (_server.Requests > 20)
                TakeAllSlots();
        });

        var error = await call;
        Assert.That(Seconds, Is.InRange(300, 361));
        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.RateLimit).And.Property("Attempts").EqualTo(_server.Requests));
        // The order of the last of the first 20 requests can vary.
        Assert.That(error.PartialResult!.Videos, Has.Count.InRange(1700, 2000));
        Assert.That(error.Message, Does.Contain("Request was throttled.").And.Contain($"{_server.Requests} requests were sent.").And.Contain("videos had been read."));
    }

    [Test]
    public async Task GetManyAsync_that_makes_slow_progress_has_no_time_limit()
    {
        var isFree = true;
        var call = _aurora.GetManyAsync(FakeAccount.Ids(2800));

        // Another client uses every second slot.
        await RunClockAsync(call, () =>
        {
            if (isFree = !isFree)
                _throttle.Reject();
        });

        Assert.That((await call).Videos, Has.Count.EqualTo(2800));
    }

    [Test]
    public async Task Requests_are_sent_one_at_a_time_while_the_API_throttles()
    {
        TakeAllSlots();
        var most = 0;
        var call = _aurora.GetManyAsync(FakeAccount.Ids(1000));
        await RunClockAsync(call, () => most = Math.Max(most, _server.Requests), TimeSpan.FromSeconds(59));
        Assert.That(most, Is.EqualTo(4), "The first four requests were rejected together, and then all waited.");

        await RunClockAsync(call);

        Assert.That(_server.Requests, Is.EqualTo(4 + 10));
    }

    private void TakeAllSlots()
    {
        while (_throttle.Reject() is null)
        {
        }
    }

    /// <summary>Advances the clock while the call waits for it and no request is running, until the call ends.</summary>
    private async Task RunClockAsync(Task call, Action? onTick = null, TimeSpan? until = null)
    {
        var limit = until ?? TimeSpan.FromHours(1);
        for (var idle = 0; !call.IsCompleted && Seconds < limit.TotalSeconds;)
        {
            var started = Stopwatch.GetTimestamp();
            await Task.Delay(2);
            idle = _server.Requests == 0 || _handler.IsBusy || _clock.Waiting == 0 ? 0 : idle + 1;
            // A machine that is slow to run this loop is as slow to run the client.
            if (idle < (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMilliseconds(8) ? 12 : 3))
                continue;
            idle = 0;
            _clock.Advance(Tick);
            onTick?.Invoke();
        }

        Assert.That(call.IsCompleted || until is not null, Is.True, $"The call did not end within {limit}.");
    }

    /// <summary>Tracks whether a request is running.</summary>
    private sealed class BusyHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _active;

        public bool IsBusy => Volatile.Read(ref _active) > 0;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _active);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                return response;
            }
            finally
            {
                Interlocked.Decrement(ref _active);
            }
        }
    }
}
