using Aurora.Client;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests;

[TestFixture]
public sealed class AuroraVideoCollectionTests
{
    private static readonly Guid Id = new("3f2504e0-4f89-11d3-9a0c-0305e82c3301");

    private AuroraServer _server = null!;

    private AuroraVideoCollection Videos => _server.Videos;

    [SetUp]
    public void Start() => _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 3 });

    [TearDown]
    public void Stop() => _server.Dispose();

    [Test]
    public async Task Add_video_is_served_unchanged()
    {
        var video = Video();
        video["created_at"] = "2030-01-02T03:04:05.60+07:00";
        video["credits_used"] = 12.0;
        video["added_later"] = new JObject { ["nothing"] = null };
        Videos.Add(video);
        using var caller = new Caller(_server);

        using var response = await caller.GetAsync($"?ids={Id}");

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo($"[{video.ToString(Newtonsoft.Json.Formatting.None)}]"));
    }

    [Test]
    public void Add_copies_the_video()
    {
        var video = Video();
        Videos.Add(video);

        video["name"] = "changed";

        Assert.That((string?)Videos[Id]["name"], Is.Not.EqualTo("changed"));
    }

    [Test]
    public void Find_indexer_and_enumerator_return_copies()
    {
        Videos.Add(Video());

        Videos[Id]["name"] = "changed";
        Videos.Find(Id)!["name"] = "changed";
        Videos.Last()["name"] = "changed";

        IEnumerable<JObject> again = [Videos[Id], Videos.Find(Id)!, .. Videos];
        Assert.That(again.Select(video => (string?)video["name"]), Has.None.EqualTo("changed"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("7")]
    [TestCase("{3f2504e0-4f89-11d3-9a0c-0305e82c3301}")]
    [TestCase("3f2504e04f8911d39a0c0305e82c3301")]
    public void Add_invalid_id_throws(string? id)
    {
        var video = Video();
        video["id"] = id;

        Assert.That(() => Videos.Add(video), Throws.ArgumentException.With.Message.Contains("8-4-4-4-12"));
    }

    [Test]
    public void Add_missing_id_throws() =>
        Assert.That(() => Videos.Add([]), Throws.ArgumentException.With.Message.Contains("\"id\""));

    [Test]
    public void Add_duplicate_id_throws_and_adds_nothing()
    {
        var video = Video();
        Videos.Add(video);
        video["id"] = Id.ToString().ToUpperInvariant();

        Assert.That(() => Videos.Add(video), Throws.ArgumentException.With.Message.Contains($"already contains a video with the ID {Id}"));
        Assert.That(Videos, Has.Count.EqualTo(4));
    }

    [Test]
    public void Add_id_as_guid_token_is_accepted()
    {
        var video = Video();
        video["id"] = Id;

        Videos.Add(video);

        Assert.That(Videos.Find(Id), Is.Not.Null);
    }

    [Test]
    public void Find_unknown_id_returns_null_and_indexer_throws()
    {
        Assert.That(Videos.Find(Id), Is.Null);
        Assert.That(() => Videos[Id], Throws.TypeOf<KeyNotFoundException>().With.Message.Contains(Id.ToString()));
    }

    [Test]
    public async Task Clear_empties_the_account()
    {
        using var caller = new Caller(_server);
        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(3));

        Videos.Clear();
        Assert.That(await caller.ListAsync(), Is.Empty);

        Videos.Add(Video());
        Assert.That(await caller.ListAsync("", "id"), Is.EqualTo(new[] { Id.ToString() }));
    }

    [Test]
    public void GetEnumerator_enumerates_a_snapshot()
    {
        var seen = 0;
        foreach (var _ in Videos)
        {
            Videos.Clear();
            seen++;
        }

        Assert.That(seen, Is.EqualTo(3));
    }

    [Test]
    public async Task Add_concurrent_calls_lose_no_video()
    {
        const int Each = 4000;
        using var start = new Barrier(4);
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var videos = Enumerable.Range(0, Each).Select(_ => new JObject { ["id"] = Guid.NewGuid() }).ToList();
                start.SignalAndWait();
                videos.ForEach(Videos.Add);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));

        await Task.WhenAll(writers);

        Assert.That(Videos, Has.Count.EqualTo((4 * Each) + 3));
        Assert.That(Videos.Select(video => (Guid)video["id"]!), Is.Unique);
    }

    [Test]
    public async Task Add_during_requests_does_not_disturb_responses()
    {
        using var caller = new Caller(_server);
        var writer = Task.Run(() => AuroraVideoGenerator.Generate(300, seed: 1000).ToList().ForEach(Videos.Add));

        await Task.WhenAll([writer, .. Enumerable.Range(0, 8).Select(_ => caller.ListAsync())]);

        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(303));
    }

    [Test]
    public async Task Add_flow_is_served_with_required_nulls()
    {
        using var caller = new Caller(_server);
        using var client = Client();
        var flow = (await client.ListAsync()).First(video => video.VideoOutput is null);
        flow.Id = Id;
        Videos.Add(flow);

        var video = (JObject)(await caller.ListAsync($"?ids={Id}")).Single();

        Assert.That(video["video_output"]!.Type, Is.EqualTo(JTokenType.Null));
        Assert.That(AuroraDocument.Current.Video.RequiredProperties.Where(name => !video.ContainsKey(name)), Is.Empty);
        Assert.That((await client.ListAsync([Id])).Single().CreatedAt, Is.EqualTo(flow.CreatedAt));
    }

    [Test]
    public async Task Add_status_generates_a_valid_video([ValueSource(nameof(Statuses))] string status)
    {
        using var caller = new Caller(_server);

        var id = Videos.Add(status, video => video["name"] = "mine");

        var listed = (await caller.ListAsync($"?ids={id}")).Single();
        Assert.That((string?)listed["status"], Is.EqualTo(status));
        Assert.That((string?)listed["name"], Is.EqualTo("mine"));
        Assert.That(Videos.Add(status), Is.Not.EqualTo(id));
    }

    [Test]
    public void Add_unknown_status_throws() =>
        Assert.That(() => Videos.Add(new AuroraStatus("gone")), Throws.ArgumentException.With.Message.Contains("pending, in_queue"));

    [Test]
    public async Task Update_applies_to_the_next_request_and_keeps_the_position()
    {
        using var caller = new Caller(_server);
        var id = Guid.Parse((string)Videos.ElementAt(1)["id"]!);

        Videos.Update(id, video => { video["name"] = "changed"; video["created_at"] = "2031-01-02T03:04:05.60+07:00"; });

        Assert.That((string?)(await caller.ListAsync($"?ids={id}")).Single()["created_at"], Is.EqualTo("2031-01-02T03:04:05.60+07:00"));
        Assert.That(Videos.Select(video => (string?)video["id"]), Is.EqualTo(AuroraVideoGenerator.Generate(3).Select(video => (string?)video["id"])));
    }

    [Test]
    public void Update_that_fails_changes_nothing()
    {
        Videos.Add(Video());
        var before = Videos[Id];

        Assert.That(
            () => Videos.Update(Id, video => video["id"] = Guid.NewGuid().ToString()),
            Throws.ArgumentException.With.Message.Contains($"{Id} cannot change"));
        Assert.That(() => Videos.Update(Id, video => video.Remove("id")), Throws.ArgumentException.With.Message.Contains("\"id\""));
        Assert.That(() => Videos.Update(Id, video => { video["name"] = "x"; throw new TimeoutException(); }), Throws.TypeOf<TimeoutException>());
        Assert.That(() => Videos.Update(Guid.NewGuid(), _ => { }), Throws.TypeOf<KeyNotFoundException>());

        Assert.That(JToken.DeepEquals(Videos[Id], before));
    }

    [Test]
    public async Task Update_concurrent_calls_lose_no_change()
    {
        Videos.Add(Video());
        Videos.Update(Id, video => video["duration"] = 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var count = 0; count < 100; count++)
                Videos.Update(Id, video => video["duration"] = (int)video["duration"]! + 1);
        })));

        Assert.That((int)Videos[Id]["duration"]!, Is.EqualTo(800));
    }

    [Test]
    public async Task Remove_returns_whether_the_video_existed()
    {
        using var caller = new Caller(_server);
        Videos.Add(Video());

        Assert.That(Videos.Remove(Id));
        Assert.That(Videos.Remove(Id), Is.False);

        Assert.That(Videos.Find(Id), Is.Null);
        Assert.That(await caller.ListAsync(), Has.Count.EqualTo(3));
        Assert.That(await caller.ListAsync($"?ids={Id}"), Is.Empty);
    }

    private static IEnumerable<string> Statuses() => AuroraStatus.KnownValues.Select(status => status.Value);

    private AuroraClient Client() =>
        AuroraClient.Create(new AuroraClientOptions { ApiId = _server.ApiId, ApiKey = _server.ApiKey, BaseAddress = _server.BaseAddress });

    private static JObject Video()
    {
        var video = AuroraVideoGenerator.Generate(1, seed: 77).Single();
        video["id"] = Id.ToString();
        return video;
    }
}
