using Aurora.Testing;

namespace Aurora.Client.Tests;

[TestFixture]
public sealed class StreamingTests : AuroraServerFixture
{
    [Test]
    public async Task StreamAsync_returns_the_same_videos_as_ListAsync()
    {
        var listed = await Client().ListAsync(AuroraOrdering.Name);
        var streamed = new List<Guid>();

        await foreach (var video in Client().StreamAsync(AuroraOrdering.Name))
            streamed.Add(video.Id);

        Assert.That(streamed, Is.EqualTo(listed.Select(video => video.Id)));
    }

    [Test]
    public async Task First_video_is_returned_when_its_bytes_have_arrived()
    {
        // The server has sent only a few videos.
        Server.EnqueueFaults(AuroraFault.Stall(3000));
        await using var videos = Client().StreamAsync().GetAsyncEnumerator();

        Assert.That(await videos.MoveNextAsync(), Is.True);
        Assert.That(videos.Current.Id, Is.Not.EqualTo(Guid.Empty));
    }

    [Test]
    public async Task Incomplete_stream_reports_the_delivered_videos_and_is_not_retried()
    {
        Server.EnqueueFaults(AuroraFault.Truncate(5000));
        var delivered = 0;

        var error = await Thrown.By(async () =>
        {
            await foreach (var _ in Client().StreamAsync())
                delivered++;
        });

        Assert.That(delivered, Is.GreaterThan(1));
        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Network).And.Property("Delivered").EqualTo(delivered)
            .And.Message.Contains("The connection failed: ").And.Message.Contains($"{delivered} videos had been delivered"));
        Assert.That(Server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stream_that_fails_before_its_body_is_retried()
    {
        Server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.ServiceUnavailable), AuroraFault.Reset());
        var count = 0;

        await foreach (var _ in Client().StreamAsync())
            count++;

        Assert.That(count, Is.EqualTo(24));
    }

    [Test]
    public async Task Stream_that_stalls_exceeds_the_idle_timeout()
    {
        Server.EnqueueFaults(AuroraFault.Stall(3000));

        var error = await Thrown.By(async () =>
        {
            await foreach (var _ in Client(options => options.BodyIdleTimeout = TimeSpan.FromMilliseconds(50)).StreamAsync())
            {
            }
        });

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.InnerException.TypeOf<TimeoutException>());
    }

    [Test]
    public async Task Leaving_the_loop_releases_the_connection()
    {
        Server.EnqueueFaults(AuroraFault.Stall(3000));
        // There is one connection, so the second call would never end if the first did not release it.
        var aurora = Client(handler: new SocketsHttpHandler { MaxConnectionsPerServer = 1, MaxResponseDrainSize = 0 });

        await foreach (var _ in aurora.StreamAsync())
            break;

        Assert.That(await aurora.ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Cancellation_ends_the_stream_even_if_more_videos_have_arrived()
    {
        using var cancelling = new CancellationTokenSource();
        var delivered = 0;

        await Assert.ThatAsync(async () =>
        {
            await foreach (var _ in Client().StreamAsync(cancellationToken: cancelling.Token))
            {
                delivered++;
                cancelling.Cancel();
            }
        }, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));

        Assert.That(delivered, Is.EqualTo(1));
    }

    [Test]
    public async Task Cancellation_during_the_loop_has_the_token_of_the_caller()
    {
        Server.EnqueueFaults(AuroraFault.Stall(3000));
        using var cancelling = new CancellationTokenSource();

        await Assert.ThatAsync(async () =>
        {
            await foreach (var _ in Client().StreamAsync(cancellationToken: cancelling.Token))
                cancelling.CancelAfter(TimeSpan.FromMilliseconds(50));
        }, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancelling.Token));
    }

    [Test]
    public async Task Caller_that_stops_reading_stops_the_download()
    {
        // The body is larger than all buffers, so it would be read completely only if the client read ahead.
        Server.EnqueueFaults(AuroraFault.Body("[" + string.Join(",", Enumerable.Repeat($$"""{ "name": "{{new string('x', 200)}}" }""", 200_000)) + "]"));
        using var counting = new CountingHandler();
        var aurora = Client(handler: counting);

        await using var videos = aurora.StreamAsync().GetAsyncEnumerator();
        await videos.MoveNextAsync();

        Assert.That(counting.BytesRead, Is.LessThan(100_000));
    }

    [Test]
    public async Task StreamAsync_keeps_no_video_that_was_returned()
    {
        Server.EnqueueFaults(AuroraFault.Body("[" + string.Join(",", Enumerable.Repeat("""{ "id": "0f8fad5b-d9cb-469f-a165-70867728950e" }""", 10_000)) + "]"));
        var videos = new List<WeakReference>();

        await foreach (var video in Client().StreamAsync())
        {
            videos.Add(new WeakReference(video));
            if (videos.Count == 10_000)
                GC.Collect();
        }

        Assert.That(videos, Has.Count.EqualTo(10_000));
        // The last videos may still be in variables of this method and of the iterator.
        Assert.That(videos.Count(video => video.IsAlive), Is.LessThanOrEqualTo(10));
    }

    [Test]
    [SendsUndocumentedRequests("The test sends a separate request to see that the HttpClient is still open.")]
    public async Task Client_uses_the_HttpClient_of_the_caller_and_does_not_dispose_it()
    {
        using var http = new HttpClient();
        using (var aurora = new AuroraClient(http, new AuroraClientOptions { ApiId = Server.ApiId, ApiKey = Server.ApiKey, BaseAddress = Server.BaseAddress }))
            Assert.That(await aurora.ListAsync(), Is.Not.Empty);

        Assert.That((await http.GetAsync(Server.BaseAddress)).StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Timeout_of_the_HttpClient_throws_AuroraApiException()
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Delay(TimeSpan.FromMinutes(5)), int.MaxValue);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        using var aurora = new AuroraClient(http, new AuroraClientOptions { ApiId = Server.ApiId, ApiKey = Server.ApiKey, BaseAddress = Server.BaseAddress });

        Assert.That((await Thrown.By(() => aurora.ListAsync())).Kind, Is.EqualTo(AuroraErrorKind.Timeout));
    }
}
