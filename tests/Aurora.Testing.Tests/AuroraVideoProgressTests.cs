using Aurora.Client;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests;

/// <summary>Tests the progress of videos. <see cref="Caller"/> validates every response against the document.</summary>
[TestFixture]
public sealed class AuroraVideoProgressTests
{
    private static readonly AuroraVideoProgress EveryRequest = AuroraVideoProgress.ByRequests();
    private static readonly string[] ToDone = ["pending 0", "in_queue 0", "running 0.25", "running 0.5", "running 0.75", "done 1", "done 1"];
    private static readonly string[] ToFailed = ["pending 0", "in_queue 0", "running 0.25", "running 0.5", "failed 0.5", "failed 0.5"];
    private static readonly string[] ToRejected = ["pending 0", "in_queue 0", "rejected 0", "rejected 0"];

    private readonly FakeTimeProvider _clock = new();
    private AuroraServer _server = null!;
    private Caller _caller = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 2, TimeProvider = _clock });
        _caller = new Caller(_server);
    }

    [TearDown]
    public void Stop()
    {
        _caller.Dispose();
        _server.Dispose();
    }

    private static IEnumerable<TestCaseData> FinalStatuses()
    {
        yield return new TestCaseData(null, ToDone).SetArgDisplayNames("default");
        yield return new TestCaseData(AuroraStatus.Done, ToDone).SetArgDisplayNames("done");
        yield return new TestCaseData(AuroraStatus.Failed, ToFailed).SetArgDisplayNames("failed");
        yield return new TestCaseData(AuroraStatus.Rejected, ToRejected).SetArgDisplayNames("rejected");
    }

    [TestCaseSource(nameof(FinalStatuses))]
    public async Task ByRequests_advances_with_every_list_request(AuroraStatus? end, string[] expected)
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, EveryRequest, end);

        foreach (var step in expected)
            Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo(step));
    }

    [TestCaseSource(nameof(FinalStatuses))]
    public void ByTime_advances_with_every_interval(AuroraStatus? end, string[] expected)
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByTime(TimeSpan.FromSeconds(10)), end);

        foreach (var step in expected)
        {
            _clock.Advance(TimeSpan.FromSeconds(9));
            Assert.That(StateOf(_server.Videos[id]), Is.EqualTo(step));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Test]
    public async Task ByTime_after_a_long_pause_is_final()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByTime(TimeSpan.FromTicks(1)));
        _clock.Advance(TimeSpan.FromDays(3650));

        Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo("done 1"));
    }

    [Test]
    public async Task SetProgress_properties_match_the_status_in_every_step()
    {
        foreach (var end in new[] { AuroraStatus.Done, AuroraStatus.Failed, AuroraStatus.Rejected })
        {
            var id = _server.Videos.Add(AuroraStatus.Pending);
            _server.Videos.SetProgress(id, EveryRequest, end);
            for (var call = 0; call < 7; call++)
                AssertConsistent(await ListOneAsync(id));
        }
    }

    [Test]
    public async Task SetProgress_values_stay_the_same_once_set()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, EveryRequest);
        var seen = new List<JObject>();
        for (var call = 0; call < 7; call++)
            seen.Add(await ListOneAsync(id));

        foreach (var name in new[] { "media_job", "video_output", "preview" })
            Assert.That(seen.Select(video => (string?)video[name]).OfType<string>().Distinct().Count(), Is.EqualTo(1), name);
        foreach (var name in new[] { "id", "created_at", "audio", "image", "duration" })
            Assert.That(seen.Select(video => (string?)video[name]).Distinct().Count(), Is.EqualTo(1), name);
        Assert.That(seen.Select(video => (string)video["updated_at"]!), Is.Ordered);
    }

    [Test]
    public async Task SetProgress_failed_reason_is_served()
    {
        var id = _server.Videos.Add(AuroraStatus.Running);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByTime(TimeSpan.FromSeconds(1)), AuroraStatus.Failed, "No face.");
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((string?)(await ListOneAsync(id))["failed_reason"], Is.EqualTo("No face."));
    }

    [Test]
    public async Task SetProgress_starts_at_the_current_progress()
    {
        var id = _server.Videos.Add(AuroraStatus.Running, video => video["progress"] = 0.4);
        _server.Videos.SetProgress(id, EveryRequest);

        Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo("running 0.4"));
        Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo("running 0.75"));
    }

    [Test]
    public async Task SetProgress_from_running_to_rejected_takes_one_step()
    {
        var id = _server.Videos.Add(AuroraStatus.Running);
        _server.Videos.SetProgress(id, EveryRequest, AuroraStatus.Rejected);

        Assert.That(StateOf(await ListOneAsync(id)), Does.StartWith("running"));
        Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo("rejected 0"));
    }

    [Test]
    public async Task SetProgress_on_a_final_status_starts_again()
    {
        var id = _server.Videos.Add(AuroraStatus.Done);
        _server.Videos.SetProgress(id, EveryRequest);

        foreach (var step in ToDone)
            Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo(step));
    }

    [Test]
    [SendsUndocumentedRequests("Rejected requests must not count as steps.")]
    public async Task ByRequests_counts_only_lists_with_the_video()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByRequests(requestsPerStep: 2));
        _server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.BadGateway));
        using var fault = await _caller.GetAsync();
        await _caller.ErrorAsync("?ids=x", 400);
        await _caller.ListAsync($"?ids={Guid.NewGuid()}");
        _ = _server.Videos[id];
        _ = _server.Videos.ToList();

        Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo("pending 0"));
        Assert.That(StateOf((await _caller.ListAsync()).Single(video => (string?)video["id"] == $"{id}")), Is.EqualTo("pending 0"));
        Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo("in_queue 0"));
    }

    [Test]
    public async Task ByRequests_does_not_count_canceled_requests()
    {
        var ended = new TaskCompletionSource<AuroraCompletedRequest>();
        using var server = AuroraServer.Start(
            new AuroraServerOptions { VideoCount = 0, TimeProvider = _clock, OnRequestCompleted = ended.SetResult });
        var id = server.Videos.Add(AuroraStatus.Pending);
        server.Videos.SetProgress(id, EveryRequest);
        server.EnqueueFaults(AuroraFault.Delay(TimeSpan.FromDays(1)));
        using (var caller = new Caller(server))
        {
            var delayed = caller.GetAsync();
            await server.WaitForRequestsAsync(1);
            caller.Dispose();
            await Assert.ThatAsync(() => delayed, Throws.InstanceOf<Exception>());
        }

        Assert.That((await ended.Task).Status, Is.Null);
        Assert.That(StateOf(server.Videos[id]), Is.EqualTo("pending 0"));
    }

    [Test]
    public async Task Update_during_progress_keeps_the_changes()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.Update(id, video => video["failed_reason"] = "mine");
        _server.Videos.SetProgress(id, EveryRequest);
        await ListOneAsync(id);
        _server.Videos.Update(id, video => { video["name"] = "mine"; video["credits_used"] = 0.125; });

        for (var call = 0; call < 6; call++)
            await ListOneAsync(id);

        var ended = await ListOneAsync(id);
        Assert.That(StateOf(ended), Is.EqualTo("done 1"));
        Assert.That((string?)ended["name"], Is.EqualTo("mine"));
        Assert.That((string?)ended["failed_reason"], Is.EqualTo("mine"));
        Assert.That((double)ended["credits_used"]!, Is.EqualTo(0.125));
    }

    [Test]
    public async Task Update_of_the_status_stops_progress()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, EveryRequest);
        _server.Videos.Update(id, video => video["status"] = "failed");

        for (var call = 0; call < 5; call++)
            Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo("failed 0"));
    }

    [Test]
    public async Task SetProgress_concurrent_lists_lose_no_step()
    {
        const int Calls = 60;
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByRequests(requestsPerStep: 1, runningSteps: 98));

        var seen = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => ListOneAsync(id)));

        // Each list returned a different step.
        Assert.That(seen.Select(StateOf), Is.Unique);
        Assert.That(StateOf(await ListOneAsync(id)), Is.EqualTo("running 0.6"));
    }

    [Test]
    public void Remove_stops_progress()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, EveryRequest);
        _server.Videos.Remove(id);

        Assert.That(() => _server.Videos.SetProgress(id, EveryRequest), Throws.TypeOf<KeyNotFoundException>());
        Assert.That(_server.Videos.ToList(), Has.Count.EqualTo(2));
    }

    [Test]
    public void SetProgress_invalid_arguments_throw()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);

        Assert.That(
            () => _server.Videos.SetProgress(id, EveryRequest, AuroraStatus.Running),
            Throws.ArgumentException.With.Message.Contains("Use done, failed or rejected"));
        Assert.That(() => _server.Videos.SetProgress(id, EveryRequest, "gone"), Throws.ArgumentException.With.Message.Contains("\"gone\""));
        Assert.That(
            () => _server.Videos.SetProgress(id, EveryRequest, failedReason: "x"), Throws.ArgumentException.With.Message.Contains("failure reason"));
        Assert.That(() => AuroraVideoProgress.ByTime(TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => AuroraVideoProgress.ByRequests(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => AuroraVideoProgress.ByRequests(1, runningSteps: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => AuroraVideoProgress.ByRequests(1, runningSteps: 101), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ToString_describes_the_progress() =>
        Assert.That(AuroraVideoProgress.ByRequests(2, 5).ToString(), Is.EqualTo("one step every 2 request(s), 5 steps in running"));

    private static string StateOf(JToken video) => FormattableString.Invariant($"{video["status"]} {(double)video["progress"]!}");

    internal static void AssertConsistent(JObject video)
    {
        var status = (string)video["status"]!;
        Assert.That(AuroraDocument.Current.CheckBody($"[{video.ToString(Formatting.None)}]"), Is.Empty);
        Assert.That(video["video_output"]!.Type == JTokenType.String, Is.EqualTo(status == "done"), status);
        Assert.That(video["preview"]!.Type == JTokenType.String, Is.EqualTo(status == "done"), status);
        Assert.That(video["media_job"]!.Type == JTokenType.String, Is.EqualTo(status is "running" or "failed" or "done"), status);
        Assert.That((string)video["failed_reason"]! != "", Is.EqualTo(status is "failed" or "rejected"), status);
        Assert.That((double)video["credits_used"]! == 0, Is.EqualTo(status is "failed" or "rejected"), status);
    }

    private async Task<JObject> ListOneAsync(Guid id) => (JObject)(await _caller.ListAsync($"?ids={id}")).Single();
}
