using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Transport;

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
