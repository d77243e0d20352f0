using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Http;

/// <summary>Tests network failures that a fake server cannot produce.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BrokenWireTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task Connection_that_closes_during_the_body_is_a_network_error()
    {
        using var wire = new FakeWire(_ => new HttpResponseMessage { Content = new StreamContent(new FailingStream(new ObjectDisposedException("a stream"))) });
        using var aurora = AuroraClient.Create(FakeWire.Options, wire);

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(4)
            .And.Message.Contains("The connection failed: The connection was closed.").And.InnerException.InnerException.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Body_that_cannot_be_opened_is_a_network_error_and_releases_its_connection()
    {
        var responses = new List<TrackedResponse>();
        using var wire = new FakeWire(_ =>
        {
            responses.Add(new TrackedResponse { Content = new UnopenableContent() });
            return responses[^1];
        });
        using var aurora = AuroraClient.Create(FakeWire.Options, wire);

        Assert.That((await Thrown.By(async () => await aurora.StreamAsync().GetAsyncEnumerator().MoveNextAsync())), Has.Property("Kind").EqualTo(AuroraErrorKind.Network));
        Assert.That(responses, Has.All.Property("IsDisposed").True);
    }

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

    [TestCase(true, AuroraErrorKind.Timeout)]
    [TestCase(false, AuroraErrorKind.Network)]
    public async Task Call_that_a_handler_cancels_fails_with_the_cause(bool isTimeout, AuroraErrorKind kind)
    {
        var cause = isTimeout ? new TimeoutException("Too slow.") : new IOException("Gone.") as Exception;
        var wire = new FakeWire(_ => throw new TaskCanceledException("The handler canceled.", cause));
        using var aurora = AuroraClient.Create(FakeWire.Options, wire);

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Kind").EqualTo(kind)
            .And.Message.Contains("The handler canceled.").And.InnerException.SameAs(cause));
    }

    [Test]
    public async Task Call_that_a_handler_cancels_without_a_cause_has_the_cancellation_as_inner_exception()
    {
        using var aurora = AuroraClient.Create(FakeWire.Options, new FakeWire(_ => throw new TaskCanceledException("The handler canceled.")));

        Assert.That((await Thrown.By(() => aurora.ListAsync())).InnerException, Is.InstanceOf<OperationCanceledException>());
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

    [Test]
    public void Dispose_disposes_the_handler_of_the_caller()
    {
        var wire = new FakeWire(_ => new HttpResponseMessage());

        AuroraClient.Create(FakeWire.Options, wire).Dispose();

        Assert.That(wire.IsDisposed, Is.True);
    }

    [TestCase(200)]
    [TestCase(502)]
    public async Task Every_response_releases_its_connection(int status)
    {
        var responses = new List<TrackedResponse>();
        var wire = new FakeWire(_ =>
        {
            responses.Add(new TrackedResponse { StatusCode = (HttpStatusCode)status, Content = new StringContent("[]") });
            return responses[^1];
        });
        var options = FakeWire.Options;
        using var http = new HttpClient(wire);
        using var transport = new AuroraTransport(
            http, () => options, new DriftReporter(() => options, NullLogger.Instance), NullLogger.Instance, TransportRole.Sends, new ClientLifetime());

        await ((Task)Task.WhenAny(transport.SendAsync(new AuroraRequest("later", "GET", "api/"), CancellationToken.None)));

        Assert.That(responses, Has.Count.EqualTo(status == 200 ? 1 : 4).And.All.Property("IsDisposed").True);
    }

    [Test]
    public async Task Time_that_the_caller_takes_between_two_videos_does_not_count_as_idle()
    {
        using var wire = new FakeWire(_ => new HttpResponseMessage { Content = new StreamContent(new PiecewiseStream("[{\"duration\":1},"u8.ToArray(), "{\"duration\":2}]"u8.ToArray())) });
        using var aurora = AuroraClient.Create(FakeWire.OptionsWith(_clock), wire);
        var read = new List<int>();

        await foreach (var video in aurora.StreamAsync())
        {
            read.Add(video.Duration);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.That(read, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Leaving_a_stream_releases_its_connection()
    {
        using var response = new TrackedResponse { Content = new StringContent("[{}, {}]") };
        using var aurora = AuroraClient.Create(FakeWire.Options, new FakeWire(_ => response));

        await foreach (var _ in aurora.StreamAsync())
        {
            Assert.That(response.IsDisposed, Is.False);
            break;
        }

        Assert.That(response.IsDisposed, Is.True);
    }

    [Test]
    public async Task Unreadable_response_throws_with_its_request_ID()
    {
        using var wire = new FakeWire(_ =>
        {
            var response = new HttpResponseMessage { Content = new StringContent("no json") };
            response.Headers.Add("X-Request-ID", "abc-123");
            return response;
        });
        using var aurora = AuroraClient.Create(FakeWire.Options, wire);

        Assert.That((await Thrown.By(() => aurora.ListAsync())).RequestId, Is.EqualTo("abc-123"));
    }

    [Test]
    public async Task Deviation_in_throw_mode_is_described_in_the_message()
    {
        var options = FakeWire.Options;
        options.SchemaDriftHandling = SchemaDriftHandling.Throw;
        using var aurora = AuroraClient.Create(options, new FakeWire(_ => new HttpResponseMessage { Content = new StringContent("[1]") }));

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Message.EqualTo("GET /api/aurora/ failed: The response deviates from the document: $[] is a number, which is not the type in the document.")
            .And.Property("Kind").EqualTo(AuroraErrorKind.UnreadableResponse).And.Property("Operation").EqualTo("aurora_list").And.Property("StatusCode").EqualTo(HttpStatusCode.OK));
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

    private sealed class FailingStream(Exception failure) : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromException<int>(failure);
    }

    private sealed class PiecewiseStream(params byte[][] pieces) : MemoryStream
    {
        private int _next;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_next == pieces.Length)
                return ValueTask.FromResult(0);
            pieces[_next].CopyTo(buffer);
            return ValueTask.FromResult(pieces[_next++].Length);
        }
    }

    private sealed class UnopenableContent : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() => throw new HttpRequestException("It broke.");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class TrackedResponse : HttpResponseMessage
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
