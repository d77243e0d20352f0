using Aurora.Document;
using Aurora.Testing;

namespace Aurora.Client.Tests;

[TestFixture]
public sealed class StreamingTests : AuroraServerFixture
{
    [Test]
    public async Task StreamAsync_yields_what_ListAsync_returns()
    {
        var listed = await Client().ListAsync(AuroraOrdering.Name);
        var streamed = new List<Guid>();

        await foreach (var video in Client().StreamAsync(AuroraOrdering.Name))
            streamed.Add(video.Id);

        Assert.That(streamed, Is.EqualTo(listed.Select(video => video.Id)));
    }

    [Test]
    public async Task First_video_is_there_when_its_own_bytes_are()
    {
        // The server has sent a few videos and sends no more.
        Server.EnqueueFaults(AuroraFault.Stall(3000));
        await using var videos = Client().StreamAsync().GetAsyncEnumerator();

        Assert.That(await videos.MoveNextAsync(), Is.True);
        Assert.That(videos.Current.Id, Is.Not.EqualTo(Guid.Empty));
    }

    [Test]
    public async Task Stream_that_breaks_off_says_how_many_videos_were_delivered_and_is_not_asked_for_again()
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
    public async Task Stream_that_fails_before_its_body_is_tried_again()
    {
        Server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.ServiceUnavailable), AuroraFault.Reset());
        var count = 0;

        await foreach (var _ in Client().StreamAsync())
            count++;

        Assert.That(count, Is.EqualTo(24));
    }

    [Test]
    public async Task Stream_that_stalls_ends_by_the_idle_timeout()
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
    public async Task Leaving_the_loop_frees_the_connection()
    {
        Server.EnqueueFaults(AuroraFault.Stall(3000));
        // One connection: were it not freed, the second call would wait for ever.
        var aurora = Client(handler: new SocketsHttpHandler { MaxConnectionsPerServer = 1, MaxResponseDrainSize = 0 });

        await foreach (var _ in aurora.StreamAsync())
            break;

        Assert.That(await aurora.ListAsync(), Has.Count.EqualTo(24));
    }

    [Test]
    public async Task Cancellation_ends_the_stream_at_once_though_more_videos_have_arrived()
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
    public async Task Cancellation_in_the_loop_carries_the_callers_token()
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
    public async Task Caller_that_stops_reading_stops_the_network()
    {
        // Far more than buffers and sockets hold: were the body read ahead, the answer would end without the caller.
        Server.EnqueueFaults(AuroraFault.Body("[" + string.Join(",", Enumerable.Repeat($$"""{ "name": "{{new string('x', 200)}}" }""", 200_000)) + "]"));
        using var counting = new CountingHandler();
        var aurora = Client(handler: counting);

        await using var videos = aurora.StreamAsync().GetAsyncEnumerator();
        await videos.MoveNextAsync();

        Assert.That(counting.BytesRead, Is.LessThan(100_000));
    }

    [Test]
    public async Task Memory_does_not_grow_with_the_number_of_videos()
    {
        var video = $$"""{ "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "name": "{{new string('x', 600)}}" }""";
        Server.EnqueueFaults(AuroraFault.Body("[" + string.Join(",", Enumerable.Repeat(video, 40_000)) + "]"));
        var count = 0;
        long early = 0;
        long late = 0;

        await foreach (var _ in Client().StreamAsync())
        {
            if (++count == 1_000)
                early = GC.GetTotalMemory(forceFullCollection: true);
            if (count == 40_000)
                late = GC.GetTotalMemory(forceFullCollection: true);
        }

        Assert.That(count, Is.EqualTo(40_000));
        Assert.That(late - early, Is.LessThan(2 * 1024 * 1024));
    }

    [Test]
    [SendsUndocumentedRequests("That the HttpClient is still open is seen by a request of its own.")]
    public async Task Client_sends_through_an_HttpClient_of_the_callers_and_leaves_it_open()
    {
        using var http = new HttpClient();
        using (var aurora = new AuroraClient(http, new AuroraClientOptions { ApiId = Server.ApiId, ApiKey = Server.ApiKey, BaseAddress = Server.BaseAddress }))
            Assert.That(await aurora.ListAsync(), Is.Not.Empty);

        Assert.That((await http.GetAsync(Server.BaseAddress)).StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Timeout_of_the_callers_HttpClient_is_a_timeout_and_no_cancellation()
    {
        Server.InjectFaultWhen(_ => true, AuroraFault.Delay(TimeSpan.FromMinutes(5)), int.MaxValue);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        using var aurora = new AuroraClient(http, new AuroraClientOptions { ApiId = Server.ApiId, ApiKey = Server.ApiKey, BaseAddress = Server.BaseAddress });

        Assert.That((await Thrown.By(() => aurora.ListAsync())).Kind, Is.EqualTo(AuroraErrorKind.Timeout));
    }
}
