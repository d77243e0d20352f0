using System.Globalization;
using System.Reflection;
using Aurora.Client;
using Aurora.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Contract.Tests;

/// <summary>Tests the client against the fake: its requests must be valid, and it must read exactly what was sent.</summary>
[TestFixture]
public sealed class FakeTests
{
    private AuroraServer _server = null!;
    private AuroraClient _aurora = null!;

    [SetUp]
    public void Start()
    {
        _server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 120 });
        _aurora = Client(_server.ApiKey);
    }

    [TearDown]
    public void Stop()
    {
        try
        {
            _server.AssertNoUnexpectedRequests();
            Assert.That(_server.Requests, Is.Not.Empty);
        }
        finally
        {
            _aurora.Dispose();
            _server.Dispose();
        }
    }

    [Test]
    public async Task ListAsync_reads_every_property_of_every_video()
    {
        var read = (await _aurora.ListAsync()).ToDictionary(video => video.Id);

        Assert.That(read, Has.Count.EqualTo(_server.Videos.Count));
        foreach (var sent in _server.Videos)
            AssertSame(sent, read[Guid.Parse((string)sent["id"]!)]);
    }

    [Test]
    public async Task ListAsync_with_100_ids_returns_those_videos()
    {
        var ids = _server.Videos.Take(100).Select(video => Guid.Parse((string)video["id"]!)).ToList();

        var read = await _aurora.ListAsync(ids.Concat(ids));

        Assert.That(read.Select(video => video.Id), Is.EquivalentTo(ids));
    }

    [Test]
    public async Task ListAsync_with_ids_as_text_returns_those_videos()
    {
        var ids = _server.Videos.Take(3).Select(video => (string)video["id"]!).ToList();

        var read = await _aurora.ListAsync($" {ids[0].ToUpperInvariant()} , {ids[1]},{ids[2]} ");

        Assert.That(read.Select(video => video.Id.ToString()), Is.EquivalentTo(ids));
    }

    [Test]
    public async Task ListAsync_with_unknown_ids_returns_nothing() => Assert.That(await _aurora.ListAsync([Guid.Empty]), Is.Empty);

    [Test]
    public async Task ListAsync_with_ordering_returns_sorted_videos()
    {
        var read = await _aurora.ListAsync(AuroraOrdering.Status.ThenBy(AuroraOrdering.CreatedAt.Descending()));

        Assert.That(read, Is.EqualTo(read.OrderBy(video => video.Status.Value, StringComparer.Ordinal).ThenByDescending(video => video.CreatedAt)));
        Assert.That(read.Select(video => video.Status).Distinct().Count(), Is.GreaterThan(1));
    }

    [Test]
    public async Task ListAsync_with_a_wrong_key_throws()
    {
        using var aurora = Client("wrong");

        await Assert.ThatAsync(() => aurora.ListAsync(), Throws.TypeOf<AuroraApiException>()
            .With.Property("StatusCode").EqualTo(System.Net.HttpStatusCode.Unauthorized).And.Property("Detail").EqualTo("Invalid API ID or API key."));
    }

    private AuroraClient Client(string key) =>
        AuroraClient.Create(new AuroraClientOptions { ApiId = _server.ApiId, ApiKey = key, BaseAddress = _server.BaseAddress });

    private static void AssertSame(JObject sent, AuroraFlow read)
    {
        Assert.That(sent.Properties().Where(property => !IsSame(property.Value, ValueOf(property.Name, read))), Is.Empty);
        Assert.That(read.AdditionalProperties, Is.Empty);
    }

    private static object? ValueOf(string name, AuroraFlow video) => typeof(AuroraFlow).GetProperties()
        .Single(candidate => candidate.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName == name).GetValue(video);

    private static bool IsSame(JToken sent, object? read) => read switch
    {
        null => sent.Type == JTokenType.Null,
        DateTimeOffset time => time.EqualsExact(DateTimeOffset.Parse((string)sent!, CultureInfo.InvariantCulture)),
        Uri uri => uri.OriginalString == (string?)sent,
        double number => number.Equals((double)sent),
        _ => sent.Type != JTokenType.Null && sent.ToString() == read.ToString(),
    };
}
