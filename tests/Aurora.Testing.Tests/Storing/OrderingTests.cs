using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests.Storing;

[TestFixture]
public sealed class OrderingTests
{
    private AuroraServer _server = null!;
    private Caller _caller = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 0 });
        _caller = new Caller(_server);
        Add("a", created: "2025-03-01T10:00:00Z", name: "beta", seconds: 10, credits: 5.0, status: "done");
        Add("b", created: "2025-03-01T12:00:00+05:00", name: null, seconds: 9, credits: 9.0, status: "done");
        Add("c", created: "2025-03-01T09:00:00.5Z", name: "alpha", seconds: 100, credits: 50.0, status: "failed");
        Add("d", created: "2025-03-01T09:00:00Z", name: "Beta", seconds: 10, credits: 10.0, status: "done");
        Add("e", created: "2025-03-02T00:00:00Z", name: null, seconds: 2, credits: 1.0, status: "failed");
    }

    [TearDown]
    public void Stop()
    {
        _caller.Dispose();
        _server.Dispose();
    }

    [TestCase("", "eacdb", TestName = "Ordering_missing_sorts_by_newest_first")]
    [TestCase("?ordering=", "eacdb", TestName = "Ordering_blank_sorts_by_newest_first")]
    [TestCase("?ordering=created_at", "bdcae", TestName = "Ordering_time_is_compared_as_time")]
    [TestCase("?ordering=-created_at", "eacdb", TestName = "Ordering_minus_reverses_the_order")]
    [TestCase("?ordering=name", "bedca", TestName = "Ordering_name_sorts_null_first")]
    [TestCase("?ordering=-name", "acdbe", TestName = "Ordering_descending_name_sorts_null_last")]
    [TestCase("?ordering=duration", "ebadc", TestName = "Ordering_number_is_compared_as_number")]
    [TestCase("?ordering=-duration", "cadbe", TestName = "Ordering_descending_is_stable")]
    [TestCase("?ordering=is_hidden", "abcde", TestName = "Ordering_equal_values_keep_the_order_of_the_account")]
    [TestCase("?ordering=status,-duration", "adbce", TestName = "Ordering_second_field_breaks_ties")]
    [TestCase("?ordering=-status,duration,-credits_used", "ecbda", TestName = "Ordering_third_field_breaks_ties")]
    [TestCase("?ordering=%20duration%20,%20-name", "ebadc", TestName = "Ordering_spaces_around_fields_are_ignored")]
    [TestCase("?ordering=nonsense", "eacdb", TestName = "Ordering_unknown_field_alone_uses_the_default")]
    [TestCase("?ordering=-nonsense,duration", "ebadc", TestName = "Ordering_unknown_field_among_others_is_ignored")]
    [TestCase("?ordering=Duration", "eacdb", TestName = "Ordering_field_is_case_sensitive")]
    [TestCase("?ordering=--duration", "eacdb", TestName = "Ordering_two_minus_signs_are_an_unknown_field")]
    public async Task Ordering(string query, string expected) =>
        Assert.That(string.Concat(await _caller.ListAsync(query, "failed_reason")), Is.EqualTo(expected));

    [Test]
    [SendsUndocumentedRequests("Django uses the last of several values.")]
    public Task Ordering_parameter_sent_twice_uses_the_last_value() => Ordering("?ordering=name&ordering=duration", "ebadc");

    [Test]
    public async Task Ordering_missing_property_is_sorted_as_null()
    {
        var video = _server.Videos.First();
        video["id"] = Guid.NewGuid().ToString();
        video["text_prompt"] = "calm";
        _server.Videos.Add(video);

        Assert.That((await _caller.ListAsync("?ordering=text_prompt", "text_prompt"))[^1], Is.EqualTo("calm"));
        Assert.That((await _caller.ListAsync("?ordering=-text_prompt", "text_prompt"))[0], Is.EqualTo("calm"));
    }

    [Test]
    public async Task Ordering_supports_every_field_in_the_document([ValueSource(nameof(Fields))] string field)
    {
        _server.Videos.Clear();
        foreach (var video in AuroraVideoGenerator.Generate(60))
        {
            _server.Videos.Add(video);
        }

        var ascending = await _caller.ListAsync($"?ordering={field},id", "id");
        var descending = await _caller.ListAsync($"?ordering=-{field},-id", "id");

        Assert.That(ascending, Is.EqualTo(descending.Reverse()));
        Assert.That(ascending, Is.Not.EqualTo(await _caller.ListAsync("", "id")));
    }

    private static IEnumerable<string> Fields() => AuroraDocument.Current.Video.Properties.Keys;

    // failed_reason contains the letter that identifies the video.
    private void Add(string letter, string created, string? name, int seconds, double credits, string status)
    {
        var video = AuroraVideoGenerator.Generate(1, seed: letter[0]).Single();
        video.Remove("text_prompt");
        video["created_at"] = created;
        video["name"] = name;
        video["duration"] = seconds;
        video["credits_used"] = credits;
        video["status"] = status;
        video["failed_reason"] = letter;
        video["is_hidden"] = false;
        _server.Videos.Add(video);
    }
}
