using System.Net;
using System.Net.Http.Headers;
using Aurora.Client.Tests.Transport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests;

/// <summary>
/// A caller that blocks the thread of a user interface to wait for a call would deadlock if the client needed that thread. Checks
/// that the client does not, for each place where a call can wait.
/// </summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SynchronizationContextTests
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private readonly FakeTimeProvider _clock = new();
    private readonly CountingContext _context = new();

    public enum Wait
    {
        ForTheHeaders,
        ForTheBody,
        ForTheFirstBytes,
    }

    [Test]
    public async Task List_does_not_need_the_thread_of_the_caller([Values] Wait wait, [Values(200, 400)] int status)
    {
        using var aurora = Client(Waiting(wait), status);

        await UnderContextAsync(() => aurora.ListAsync());

        Assert.That(_context.Posts, Is.Zero);
    }

    [Test]
    public async Task Calls_with_many_ids_do_not_need_the_thread_of_the_caller([Values] Wait wait)
    {
        using var aurora = Client(Waiting(wait));

        await UnderContextAsync(() => aurora.GetManyAsync([Id]));
        await UnderContextAsync(() => aurora.FindAsync(Id));
        await UnderContextAsync(() => aurora.WaitForCompletionAsync([Id]));

        Assert.That(_context.Posts, Is.Zero);
    }

    [Test]
    public async Task Operations_that_return_an_object_or_nothing_do_not_need_the_thread_of_the_caller([Values] Wait wait, [Values(200, 400)] int status)
    {
        var options = Options();
        using var http = new HttpClient(Wire(Waiting(wait), status));
        using var transport = new AuroraTransport(
            http, () => options, new DriftReporter(() => options, NullLogger.Instance), NullLogger.Instance, TransportRole.AuthenticatesItself, new ClientLifetime());
        var request = new AuroraRequest("later", "GET", "api/later/");

        await UnderContextAsync(() => transport.SendAsync(request, CancellationToken.None));
        await UnderContextAsync(() => transport.SendAsync<AuroraStatus>(request, JsonValue.Read, CancellationToken.None));

        Assert.That(_context.Posts, Is.Zero);
    }

    [Test]
    public async Task Streams_do_not_need_the_thread_of_the_caller([Values] Wait wait)
    {
        using var aurora = Client(Waiting(wait));

        Assert.That(await DrainAsync(aurora.StreamAsync()), Is.EqualTo(2));
        Assert.That(await DrainAsync(aurora.StreamManyAsync([Id])), Is.EqualTo(1));
        Assert.That(await DrainAsync(aurora.WatchAsync([Id])), Is.EqualTo(1));
        Assert.That(_context.Posts, Is.Zero);
    }

    [Test]
    public async Task Downloads_do_not_need_the_thread_of_the_caller([Values] Wait wait)
    {
        using var aurora = Client(Waiting(wait));
        var video = new AuroraFlow { VideoOutput = "https://media.example/film.mp4" };
        var file = Path.GetTempFileName();

        await UnderContextAsync(() => aurora.DownloadAsync(video, file, overwrite: true));
        await UnderContextAsync(() => aurora.DownloadAsync(video, Stream.Null));

        Assert.That(await File.ReadAllTextAsync(file), Does.Contain($"{Id}"));
        File.Delete(file);
        Assert.That(_context.Posts, Is.Zero);
    }

    [Test]
    public async Task Leaving_a_loop_with_running_requests_does_not_need_the_thread_of_the_caller()
    {
        var ids = Enumerable.Range(1, 200).Select(number => new Guid(number, 0, 0, new byte[8])).Append(Id).Reverse();
        var wire = new FakeWire(_ => new() { Content = Waiting(null)().Content })
        {
            Before = async (number, token) =>
            {
                if (number == 1)
                    return;
                await Task.Delay(Timeout.InfiniteTimeSpan, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await YieldAsync().ConfigureAwait(false);
                token.ThrowIfCancellationRequested();
            },
        };
        using var aurora = AuroraClient.Create(Options(), wire);
        var videos = aurora.StreamManyAsync(ids).GetAsyncEnumerator();

        await UnderContextAsync(() => videos.MoveNextAsync().AsTask());
        await UnderContextAsync(() => videos.DisposeAsync().AsTask());

        Assert.That(wire.Requests, Is.EqualTo(3));
        Assert.That(_context.Posts, Is.Zero);
    }

    [Test]
    public async Task Wait_that_the_API_asks_for_does_not_need_the_thread_of_the_caller()
    {
        using var aurora = Client(Waiting(null), throttled: true);

        await UnderContextAsync(() => aurora.GetManyAsync([Id]), inTheMiddle: () => _clock.Advance(TimeSpan.FromSeconds(2)));

        Assert.That(_context.Posts, Is.Zero);
    }

    [Test]
    public async Task Pause_of_a_watch_does_not_need_the_thread_of_the_caller([Values] bool throttled)
    {
        using var aurora = Client(Waiting(null, "running"), throttled: throttled);
        var watch = aurora.WatchAsync([Id], new() { Deadline = TimeSpan.FromHours(1) }).GetAsyncEnumerator();

        await UnderContextAsync(() => watch.MoveNextAsync().AsTask(), inTheMiddle: () => _clock.Advance(TimeSpan.FromSeconds(2)));
        await UnderContextAsync(() => watch.MoveNextAsync().AsTask(), inTheMiddle: () => _clock.Advance(TimeSpan.FromHours(2)));

        Assert.That(_context.Posts, Is.Zero);
    }

    private static Func<(Task Headers, HttpContent Content)> Waiting(Wait? wait, string status = "done") => () =>
        (wait == Wait.ForTheHeaders ? YieldAsync() : Task.CompletedTask, new SlowContent($$"""[{ "id": "{{Id}}", "status": "{{status}}" }, {}]""", wait));

    private static async Task YieldAsync() => await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    private AuroraClient Client(Func<(Task Headers, HttpContent Content)> answer, int status = 200, bool throttled = false) =>
        AuroraClient.Create(Options(), Wire(answer, status, throttled));

    private static FakeWire Wire(Func<(Task Headers, HttpContent Content)> answer, int status = 200, bool throttled = false) => new(number =>
    {
        var response = new HttpResponseMessage(throttled && number == 1 ? HttpStatusCode.TooManyRequests : (HttpStatusCode)status) { Content = answer().Content };
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(1));
        return response;
    })
    { Before = (_, _) => answer().Headers };

    private AuroraClientOptions Options()
    {
        var options = FakeWire.OptionsWith(_clock);
        (options.Timeout, options.AttemptTimeout, options.BodyIdleTimeout) = (TimeSpan.FromHours(24), TimeSpan.FromHours(24), TimeSpan.FromHours(24));
        return options;
    }

    private async Task<int> DrainAsync<T>(IAsyncEnumerable<T> stream)
    {
        var items = stream.GetAsyncEnumerator();
        var count = 0;
        while (await UnderContextAsync(() => items.MoveNextAsync().AsTask()))
            count++;
        await UnderContextAsync(async () => await items.DisposeAsync().ConfigureAwait(false));
        return count;
    }

    private async Task<T> UnderContextAsync<T>(Func<Task<T>> call, Action? inTheMiddle = null)
    {
        var task = Task.FromResult(default(T)!);
        await UnderContextAsync(() => (Task)(task = call()), inTheMiddle);
        return task.IsFaulted ? default! : await task;
    }

    private async Task UnderContextAsync(Func<Task> call, Action? inTheMiddle = null)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_context);
        Task task;
        try
        {
            task = call();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        inTheMiddle?.Invoke();
        // Other tests check whether the call succeeds.
        await ((Task)Task.WhenAny(task)).ConfigureAwait(false);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }

    private sealed class SlowContent(string json, Wait? wait) : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            if (wait == Wait.ForTheBody)
                await YieldAsync().ConfigureAwait(false);
            return new SlowStream(System.Text.Encoding.UTF8.GetBytes(json), wait);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class SlowStream(byte[] bytes, Wait? wait) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (wait == Wait.ForTheFirstBytes)
                await YieldAsync().ConfigureAwait(false);
            return await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
    }
}
