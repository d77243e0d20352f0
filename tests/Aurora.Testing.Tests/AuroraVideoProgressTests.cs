using Aurora.Client;
using Aurora.Document;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests;

/// <summary>How videos move. Every answer on the way is held against the document by the caller.</summary>
public sealed class AuroraVideoProgressTests
{
    private static readonly AuroraVideoProgress EachCall = AuroraVideoProgress.ByCalls();
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

    private static IEnumerable<TestCaseData> Ends()
    {
        yield return new TestCaseData(null, ToDone).SetArgDisplayNames("default");
        yield return new TestCaseData(AuroraStatus.Done, ToDone).SetArgDisplayNames("done");
        yield return new TestCaseData(AuroraStatus.Failed, ToFailed).SetArgDisplayNames("failed");
        yield return new TestCaseData(AuroraStatus.Rejected, ToRejected).SetArgDisplayNames("rejected");
    }

    [TestCaseSource(nameof(Ends))]
    public async Task ByCalls_each_list_is_a_step_to_the_end(AuroraStatus? end, string[] expected)
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, EachCall, end);

        foreach (var step in expected)
            Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo(step));
    }

    [TestCaseSource(nameof(Ends))]
    public void ByClock_each_span_is_a_step_to_the_end(AuroraStatus? end, string[] expected)
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByClock(TimeSpan.FromSeconds(10)), end);

        foreach (var step in expected)
        {
            _clock.Advance(TimeSpan.FromSeconds(9));
            Assert.That(Stage(_server.Videos[id]), Is.EqualTo(step));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Test]
    public async Task ByClock_a_long_pause_leads_to_the_end_at_once()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByClock(TimeSpan.FromTicks(1)));
        _clock.Advance(TimeSpan.FromDays(3650));

        Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo("done 1"));
    }

    [Test]
    public async Task Progress_every_step_has_what_goes_with_its_status()
    {
        foreach (var end in new[] { AuroraStatus.Done, AuroraStatus.Failed, AuroraStatus.Rejected })
        {
            var id = _server.Videos.Add(AuroraStatus.Pending);
            _server.Videos.SetProgress(id, EachCall, end);
            for (var call = 0; call < 7; call++)
                AssertAgrees(await ListOneAsync(id));
        }
    }

    [Test]
    public async Task Progress_what_the_video_has_got_stays_the_same()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, EachCall);
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
    public async Task Progress_with_a_reason_ends_with_it()
    {
        var id = _server.Videos.Add(AuroraStatus.Running);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByClock(TimeSpan.FromSeconds(1)), AuroraStatus.Failed, "No face.");
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((string?)(await ListOneAsync(id))["failed_reason"], Is.EqualTo("No face."));
    }

    [Test]
    public async Task Progress_goes_on_from_where_the_video_is()
    {
        var id = _server.Videos.Add(AuroraStatus.Running, video => video["progress"] = 0.4);
        _server.Videos.SetProgress(id, EachCall);

        Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo("running 0.4"));
        Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo("running 0.75"));
    }

    [Test]
    public async Task Progress_of_a_running_video_to_rejected_is_one_step()
    {
        var id = _server.Videos.Add(AuroraStatus.Running);
        _server.Videos.SetProgress(id, EachCall, AuroraStatus.Rejected);

        Assert.That(Stage(await ListOneAsync(id)), Does.StartWith("running"));
        Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo("rejected 0"));
    }

    [Test]
    public async Task Progress_of_a_video_that_has_ended_begins_again()
    {
        var id = _server.Videos.Add(AuroraStatus.Done);
        _server.Videos.SetProgress(id, EachCall);

        foreach (var step in ToDone)
            Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo(step));
    }

    [Test]
    [SendsUndocumentedRequests("What is no list of the video is no step.")]
    public async Task ByCalls_only_lists_that_have_the_video_count()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByCalls(callsPerStep: 2));
        _server.EnqueueFaults(AuroraFault.Status(System.Net.HttpStatusCode.BadGateway));
        using var fault = await _caller.GetAsync();
        await _caller.ErrorAsync("?ids=x", 400);
        await _caller.ListAsync($"?ids={Guid.NewGuid()}");
        _ = _server.Videos[id];
        _ = _server.Videos.ToList();

        Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo("pending 0"));
        Assert.That(Stage((await _caller.ListAsync()).Single(video => (string?)video["id"] == $"{id}")), Is.EqualTo("pending 0"));
        Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo("in_queue 0"));
    }

    [Test]
    public async Task ByCalls_a_list_that_the_client_gave_up_does_not_count()
    {
        var ended = new TaskCompletionSource<AuroraAnsweredRequest>();
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 0, TimeProvider = _clock, OnRequestAnswered = ended.SetResult });
        var id = server.Videos.Add(AuroraStatus.Pending);
        server.Videos.SetProgress(id, EachCall);
        server.EnqueueFaults(AuroraFault.Delay(TimeSpan.FromDays(1)));
        using (var caller = new Caller(server))
        {
            var delayed = caller.GetAsync();
            await server.WaitForRequestsAsync(1);
            caller.Dispose();
            await Assert.ThatAsync(() => delayed, Throws.InstanceOf<Exception>());
        }

        Assert.That((await ended.Task).Status, Is.Null);
        Assert.That(Stage(server.Videos[id]), Is.EqualTo("pending 0"));
    }

    [Test]
    public async Task Change_what_the_test_changes_stays_and_the_rest_moves_on()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.Update(id, video => video["failed_reason"] = "mine");
        _server.Videos.SetProgress(id, EachCall);
        await ListOneAsync(id);
        _server.Videos.Update(id, video => { video["name"] = "mine"; video["credits_used"] = 0.125; });

        for (var call = 0; call < 6; call++)
            await ListOneAsync(id);

        var ended = await ListOneAsync(id);
        Assert.That(Stage(ended), Is.EqualTo("done 1"));
        Assert.That((string?)ended["name"], Is.EqualTo("mine"));
        Assert.That((string?)ended["failed_reason"], Is.EqualTo("mine"));
        Assert.That((double)ended["credits_used"]!, Is.EqualTo(0.125));
    }

    [Test]
    public async Task Change_of_the_status_ends_the_motion()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, EachCall);
        _server.Videos.Update(id, video => video["status"] = "failed");

        for (var call = 0; call < 5; call++)
            Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo("failed 0"));
    }

    [Test]
    public async Task Progress_lists_at_the_same_time_lose_no_step()
    {
        const int Calls = 60;
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, AuroraVideoProgress.ByCalls(callsPerStep: 1, runningSteps: 98));

        var seen = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => ListOneAsync(id)));

        // One list saw each step, and no two the same.
        Assert.That(seen.Select(Stage), Is.Unique);
        Assert.That(Stage(await ListOneAsync(id)), Is.EqualTo("running 0.6"));
    }

    [Test]
    public async Task Options_progress_moves_all_videos_to_their_end_some_soon_and_others_later()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Progress = EachCall });
        using var caller = new Caller(server);
        var ended = new List<int>();
        for (var call = 0; call < 30; call++)
        {
            var videos = await caller.ListAsync();
            foreach (var video in videos.Cast<JObject>())
                AssertAgrees(video);
            ended.Add(videos.Count(video => new AuroraStatus((string)video["status"]!).IsFinal));
        }

        Assert.That(ended[0], Is.Zero);
        Assert.That(ended[3], Is.InRange(1, 12));
        Assert.That(ended[8], Is.InRange(ended[3] + 1, 23));
        Assert.That(ended[^1], Is.EqualTo(24));
        var made = AuroraVideoGenerator.Generate(24).ToDictionary(video => (string)video["id"]!, video => new AuroraStatus((string)video["status"]!));
        Assert.That(server.Videos.Where(video => made[(string)video["id"]!] is { IsFinal: true } end && end.Value != (string?)video["status"]), Is.Empty);
        Assert.That(server.Videos.Where(video => made[(string)video["id"]!] is { IsFinal: false } && (string?)video["status"] != "done"), Is.Empty);
    }

    [Test]
    public async Task Options_progress_same_seed_gives_the_same_answers()
    {
        var first = await AnswersAsync(seed: 5);

        Assert.That(await AnswersAsync(seed: 5), Is.EqualTo(first));
        Assert.That(await AnswersAsync(seed: 6), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Options_progress_moves_what_is_added_unless_it_has_ended()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 0, Progress = EachCall });
        using var caller = new Caller(server);
        server.Videos.Add(AuroraStatus.InQueue);
        server.Videos.Add(AuroraStatus.Failed);
        for (var call = 0; call < 9; call++)
            await caller.ListAsync();

        Assert.That(server.Videos.Select(video => (string?)video["status"]), Is.EqualTo(new[] { "done", "failed" }));
    }

    [Test]
    public void Remove_and_clear_end_the_motion()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);
        _server.Videos.SetProgress(id, EachCall);
        _server.Videos.Remove(id);

        Assert.That(() => _server.Videos.SetProgress(id, EachCall), Throws.TypeOf<KeyNotFoundException>());
        Assert.That(_server.Videos.ToList(), Has.Count.EqualTo(2));
    }

    [Test]
    public void Progress_bad_arguments_are_refused()
    {
        var id = _server.Videos.Add(AuroraStatus.Pending);

        Assert.That(() => _server.Videos.SetProgress(id, EachCall, AuroraStatus.Running), Throws.ArgumentException.With.Message.Contains("use done, failed or rejected"));
        Assert.That(() => _server.Videos.SetProgress(id, EachCall, "gone"), Throws.ArgumentException.With.Message.Contains("\"gone\""));
        Assert.That(() => _server.Videos.SetProgress(id, EachCall, reason: "x"), Throws.ArgumentException.With.Message.Contains("no reason to fail"));
        Assert.That(() => AuroraVideoProgress.ByClock(TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => AuroraVideoProgress.ByCalls(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => AuroraVideoProgress.ByCalls(1, runningSteps: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => AuroraVideoProgress.ByCalls(1, runningSteps: 101), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void ToString_says_the_pace() =>
        Assert.That(AuroraVideoProgress.ByCalls(2, 5).ToString(), Is.EqualTo("a step every 2 call(s), 5 of them running"));

    private static string Stage(JToken video) => FormattableString.Invariant($"{video["status"]} {(double)video["progress"]!}");

    private static void AssertAgrees(JObject video)
    {
        var status = (string)video["status"]!;
        Assert.That(AuroraDocument.Current.CheckBody($"[{video.ToString(Formatting.None)}]"), Is.Empty);
        Assert.That(video["video_output"]!.Type == JTokenType.String, Is.EqualTo(status == "done"), status);
        Assert.That(video["preview"]!.Type == JTokenType.String, Is.EqualTo(status == "done"), status);
        Assert.That(video["media_job"]!.Type == JTokenType.String, Is.EqualTo(status is "running" or "failed" or "done"), status);
        Assert.That((string)video["failed_reason"]! != "", Is.EqualTo(status is "failed" or "rejected"), status);
        Assert.That((double)video["credits_used"]! == 0, Is.EqualTo(status is "failed" or "rejected"), status);
    }

    private static async Task<List<string>> AnswersAsync(int seed)
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Progress = EachCall, Seed = seed });
        using var caller = new Caller(server);
        var answers = new List<string>();
        for (var call = 0; call < 5; call++)
            answers.Add((await caller.ListAsync()).ToString(Formatting.None));
        return answers;
    }

    private async Task<JObject> ListOneAsync(Guid id) => (JObject)(await _caller.ListAsync($"?ids={id}")).Single();
}
