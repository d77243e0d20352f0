using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Http;

/// <summary>What a network does that a server cannot be told to do.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BrokenWireTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task Connection_that_is_closed_under_the_body_is_a_network_error()
    {
        using var wire = new FakeWire(_ => new HttpResponseMessage { Content = new StreamContent(new FailingStream(new ObjectDisposedException("a stream"))) });
        using var aurora = AuroraClient.Create(FakeWire.Options, wire);

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Attempts").EqualTo(4)
            .And.Message.Contains("failed on the way: The connection was closed.").And.InnerException.InnerException.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Body_that_cannot_be_opened_is_a_network_error_and_gives_its_connection_back()
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
    public async Task Wish_to_wait_is_granted_while_the_calls_time_lasts(int seconds, int requests)
    {
        var options = FakeWire.Options;
        (options.Timeout, options.AttemptTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(100), TimeSpan.FromHours(1), 1);
        using var wire = new FakeWire(_ => Throttled(seconds))
        {
            Before = number =>
            {
                if (number == 1)
                    _clock.Advance(TimeSpan.FromSeconds(60));
                return Task.CompletedTask;
            },
        };
        using var aurora = AuroraClient.Create(options, wire, clock: _clock);

        var call = Thrown.By(() => aurora.ListAsync());
        _clock.Advance(TimeSpan.FromSeconds(39));

        Assert.That(await call, Has.Property("Kind").EqualTo(AuroraErrorKind.RateLimit).And.Property("Attempts").EqualTo(requests));
    }

    [Test]
    public async Task Pause_before_a_retry_doubles_up_to_half_a_minute_and_is_at_least_half_as_long()
    {
        var clock = new ImpatientClock();
        var options = FakeWire.Options;
        (options.Timeout, options.AttemptTimeout, options.RetryDelay, options.MaxRetries) = (TimeSpan.FromHours(24), TimeSpan.FromHours(24), TimeSpan.FromSeconds(0.5), 10);
        using var aurora = AuroraClient.Create(options, new FakeWire(_ => new HttpResponseMessage(HttpStatusCode.BadGateway)), clock: clock);

        await Thrown.By(() => aurora.ListAsync());

        var most = new[] { 0.5, 1, 2, 4, 8, 16, 30, 30, 30, 30 };
        Assert.That(clock.Waits, Has.Count.EqualTo(most.Length));
        Assert.That(clock.Waits.Zip(most, (wait, limit) => wait.TotalSeconds / limit), Has.All.InRange(0.5, 1));
    }

    [Test]
    public async Task Answer_that_cannot_be_read_is_told_with_its_request_id()
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
    public async Task Departure_that_was_made_an_exception_is_told_in_a_sentence()
    {
        var options = FakeWire.Options;
        options.SchemaDriftHandling = SchemaDriftHandling.Throw;
        using var aurora = AuroraClient.Create(options, new FakeWire(_ => new HttpResponseMessage { Content = new StringContent("[1]") }));

        Assert.That(await Thrown.By(() => aurora.ListAsync()), Has.Message.EqualTo("GET /api/aurora/ departs from the document: $[] is a number, which is not the document's type.")
            .And.Property("Kind").EqualTo(AuroraErrorKind.UnreadableResponse).And.Property("Operation").EqualTo("aurora_list").And.Property("StatusCode").EqualTo(HttpStatusCode.OK));
    }

    private static HttpResponseMessage Throttled(int seconds)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return response;
    }

    /// <summary>Keeps how long each wait below an hour would be, and ends it at once.</summary>
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
