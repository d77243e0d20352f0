using Aurora.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Aurora.Client.Tests.Batching;

/// <summary>Tests calls with many ids over real HTTP.</summary>
[TestFixture]
public sealed class AuroraClientBatchingTests : AuroraServerFixture
{
    [SetUp]
    public void AddVideos()
    {
        Server.Videos.Clear();
        foreach (var video in AuroraVideoGenerator.Generate(350))
            Server.Videos.Add(video);
    }

    [Test]
    public async Task GetManyAsync_returns_videos_in_the_order_of_the_ids_and_the_missing_ids()
    {
        var unknown = Guid.NewGuid();
        var known = Server.Videos.Select(video => Guid.Parse((string)video["id"]!)).Reverse().ToList();
        var progress = new CollectingProgress<AuroraBatchProgress>();

        var many = await Client().GetManyAsync([known[5], unknown, .. known, known[5]], progress);

        Assert.That(many.Videos.Select(video => video.Id), Is.EqualTo(known.Prepend(known[5]).Distinct()));
        Assert.That(many.MissingIds, Is.EqualTo(new[] { unknown }));
        Assert.That(Server.Requests, Has.Count.EqualTo(4));
        Assert.That(progress.Reports.Select(report => (report.Videos, report.MissingIds, report.CompletedRequests, report.TotalRequests)),
            Is.EqualTo(new[] { (99, 1, 1, 4), (199, 1, 2, 4), (299, 1, 3, 4), (350, 1, 4, 4) }));
    }

    [Test]
    public async Task GetManyAsync_without_ids_sends_no_request()
    {
        Assert.That((await Client().GetManyAsync([])).Videos, Is.Empty);
        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public async Task GetManyAsync_that_fails_returns_the_partial_result()
    {
        var failing = Client(options => options.MaxConcurrency = 1, new FailingHandler(after: 2));

        var error = await Thrown.By(() => failing.GetManyAsync(Server.Videos.Select(video => Guid.Parse((string)video["id"]!))));

        Assert.That(error.Kind, Is.EqualTo(AuroraErrorKind.InvalidRequest));
        Assert.That(error.PartialResult!.Videos, Has.Count.EqualTo(200));
        Assert.That(error.PartialResult.MissingIds, Is.Empty);
    }

    [Test]
    public async Task Calls_with_null_ids_throw_before_a_request()
    {
        var aurora = Client();

        await Assert.ThatAsync(() => aurora.GetManyAsync(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("ids"));
        await Assert.ThatAsync(() => aurora.WaitForCompletionAsync(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("ids"));
        Assert.That(() => aurora.StreamManyAsync(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("ids"));
        Assert.That(Server.Requests, Is.Empty);
    }

    [Test]
    public async Task FindAsync_does_not_return_a_video_with_another_id()
    {
        Server.EnqueueFaults(AuroraFault.Body($$"""[{ "id": "{{Guid.NewGuid()}}" }]"""));

        Assert.That(await Client().FindAsync(Guid.NewGuid()), Is.Null);
    }

    [Test]
    public async Task Throttled_GetManyAsync_delays_all_its_requests()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        Server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(60)));
        var aurora = Client(
            options =>
            {
                WithoutTimeouts(options);
                options.MaxConcurrency = 1;
            },
            clock: clock);
        var call = aurora.GetManyAsync(Server.Videos.Select(video => Guid.Parse((string)video["id"]!)));
        var whenThrottled = 0;

        while (!call.IsCompleted)
        {
            if (clock.GetUtcNow() - clock.Start < TimeSpan.FromSeconds(60))
                whenThrottled = Server.Requests.Count;
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(20)));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That((await call).Videos, Has.Count.EqualTo(350));
        Assert.That(whenThrottled, Is.EqualTo(1));
        Assert.That(Server.Requests, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task StreamManyAsync_reports_missing_ids_and_returns_the_other_videos()
    {
        var unknown = Guid.NewGuid();
        var known = Server.Videos.Select(video => Guid.Parse((string)video["id"]!)).ToList();
        var missing = new List<Guid>();
        var read = new List<Guid>();

        await foreach (var video in Client().StreamManyAsync([unknown, .. known], missing.Add))
            read.Add(video.Id);

        Assert.That(read, Is.EqualTo(known));
        Assert.That(missing, Is.EqualTo(new[] { unknown }));
    }

    [Test]
    public async Task FindAsync_returns_the_video_or_null()
    {
        var id = Guid.Parse((string)Server.Videos.First()["id"]!);

        Assert.That((await Client().FindAsync(id))!.Id, Is.EqualTo(id));
        Assert.That(await Client().FindAsync(Guid.NewGuid()), Is.Null);
    }

    private sealed class FailingHandler(int after) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _count;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            ++_count > after ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest)) : base.SendAsync(request, cancellationToken);
    }
}
