using Aurora.Testing;

namespace Aurora.Client.Tests.Watching;

[TestFixture]
public sealed class AuroraClientWatchingTests : AuroraServerFixture
{
    [Test]
    public async Task WaitForCompletionAsync_returns_final_videos_in_the_order_of_the_ids()
    {
        var ended = Server.Videos.Where(video => new AuroraStatus((string)video["status"]!).IsFinal).Select(video => Guid.Parse((string)video["id"]!)).Reverse().ToList();
        var progress = new CollectingProgress<AuroraChange>();

        var videos = await Client().WaitForCompletionAsync(ended.Concat(ended), progress: progress);

        Assert.That(videos.Select(video => video.Id), Is.EqualTo(ended));
        Assert.That(progress.Reports, Has.Count.EqualTo(ended.Count));
    }

    [Test]
    public async Task WaitForCompletionAsync_leaves_out_videos_that_OnMissing_received()
    {
        var (unknown, done) = (Guid.NewGuid(), Server.Videos.Add(AuroraStatus.Done));
        var missing = new List<Guid>();

        var videos = await Client().WaitForCompletionAsync([unknown, done], new() { OnMissing = missing.AddRange });

        Assert.That(videos.Select(video => video.Id), Is.EqualTo(new[] { done }));
        Assert.That(missing, Is.EqualTo(new[] { unknown }));
    }

    [Test]
    public async Task WatchAsync_returns_each_change_until_all_videos_are_final()
    {
        var id = Guid.NewGuid();
        Server.EnqueueFaults(At("running", 0.2), At("running", 0.2), AuroraFault.Status(System.Net.HttpStatusCode.TooManyRequests, TimeSpan.Zero), At("done", 1));
        var changes = new List<(string Status, bool IsFinal)>();

        await foreach (var change in Client().WatchAsync([id], new() { Interval = TimeSpan.FromMilliseconds(100), MaxInterval = TimeSpan.FromMilliseconds(100) }))
            changes.Add((change.Video.Status.Value, change.IsFinal));

        Assert.That(changes, Is.EqualTo(new[] { ("running", false), ("done", true) }));
        Assert.That(Server.PendingFaultCount, Is.Zero);

        AuroraFault At(string status, double progress) =>
            AuroraFault.Body($$"""[{ "id": "{{id}}", "status": "{{status}}", "progress": {{progress.ToString(System.Globalization.CultureInfo.InvariantCulture)}} }]""");
    }

    [TestCase(60)]
    [TestCase(null)]
    public async Task WatchAsync_whose_deadline_passes_while_the_API_returns_503_reports_the_status(int? retryAfter)
    {
        TimeSpan? wait = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        Server.InjectFaultWhen(_ => true, AuroraFault.Status(System.Net.HttpStatusCode.ServiceUnavailable, retryAfter: retryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture)), int.MaxValue);
        var aurora = Client(options => options.RetryDelay = TimeSpan.FromMinutes(1));

        var error = await Thrown.By(() => aurora.WaitForCompletionAsync([Guid.NewGuid()], new() { Deadline = TimeSpan.FromSeconds(1) }));

        Assert.That(error, Has.Property("Kind").EqualTo(AuroraErrorKind.Timeout).And.Property("StatusCode").EqualTo(System.Net.HttpStatusCode.ServiceUnavailable)
            .And.Property("RetryAfter").EqualTo(wait).And.Property("Attempts").EqualTo(Server.Requests.Count));
        Assert.That(error.Message, Does.Contain("Deadline (00:00:01)").And.Contain("The API returned 503 ServiceUnavailable"));
    }

    [Test]
    public void WatchAsync_with_invalid_arguments_throws_before_a_request()
    {
        var aurora = Client();

        Assert.That(() => aurora.WatchAsync([]), Throws.ArgumentException.With.Message.EqualTo("There are no ids to watch. (Parameter 'ids')"));
        Assert.That(() => aurora.WatchAsync(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("ids"));
        Assert.That(() => aurora.WatchAsync([Guid.NewGuid()], new() { Interval = TimeSpan.Zero }), Throws.ArgumentException.With.Message.Contains("Interval"));
        Assert.That(() => aurora.WatchAsync([Guid.NewGuid()], new() { MaxInterval = TimeSpan.FromSeconds(1) }), Throws.ArgumentException.With.Message.Contains("MaxInterval"));
        Assert.That(() => aurora.WatchAsync([Guid.NewGuid()], new() { Deadline = TimeSpan.Zero }), Throws.ArgumentException.With.Message.Contains("Deadline"));
        Assert.That(Server.Requests, Is.Empty);
    }

    [TestCase("done", true)]
    [TestCase("failed", true)]
    [TestCase("rejected", true)]
    [TestCase("running", false)]
    [TestCase("brand_new", false)]
    [TestCase("", false)]
    public void IsFinal_is_true_for_the_final_statuses_only(string status, bool ended) => Assert.That(new AuroraStatus(status).IsFinal, Is.EqualTo(ended));
}
