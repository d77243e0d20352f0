using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Aurora.Client;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests.Media;

[TestFixture]
public sealed class MediaServerTests
{
    private static readonly string[] Media = ["video_output", "preview", "image"];

    private readonly HttpClient _http = new();

    [OneTimeTearDown]
    public void TearDown() => _http.Dispose();

    [Test]
    public async Task Media_every_url_is_served_on_a_second_port_without_keys()
    {
        using var server = Server();
        using var caller = new Caller(server);

        var videos = await caller.ListAsync();

        var urls = videos.SelectMany(video => Media.Select(name => (string?)video[name])).OfType<string>()
            .Select(url => new Uri(url)).ToArray();
        Assert.That(urls.Select(url => url.Host), Is.All.EqualTo("127.0.0.1"));
        Assert.That(urls.Select(url => url.Port).Distinct().Single(), Is.Not.EqualTo(server.BaseAddress.Port));
        foreach (var url in urls)
        {
            using var response = await _http.GetAsync(url);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{url}");
        }

        Assert.That(server.Requests, Has.Count.EqualTo(1));
        server.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Media_video_is_an_mp4_file_that_can_be_played_while_it_is_downloaded()
    {
        using var server = Server();

        var bytes = await _http.GetByteArrayAsync(VideoOf(server));

        Assert.That(Boxes(bytes).Where(type => type != "free"), Is.EqualTo(new[] { "ftyp", "moov", "mdat" }));
    }

    [Test]
    public async Task Media_preview_is_an_svg_picture()
    {
        using var server = Server();

        using var response = await _http.GetAsync((string)server.Videos.First(video => (string?)video["preview"] is not null)["preview"]!);

        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/svg+xml"));
        Assert.That(XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Name.LocalName, Is.EqualTo("svg"));
    }

    [Test]
    public async Task Media_range_is_served_if_the_entity_tag_matches()
    {
        using var server = Server();
        using var whole = await _http.GetAsync(VideoOf(server));
        var bytes = await whole.Content.ReadAsByteArrayAsync();

        using var part = await _http.SendAsync(Request(whole.Headers.ETag!));
        Assert.That(part.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(part.Content.Headers.ContentRange, Is.EqualTo(new ContentRangeHeaderValue(1000, bytes.Length - 1, bytes.Length)));
        Assert.That(await part.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[1000..]));

        using var all = await _http.SendAsync(Request(new EntityTagHeaderValue("\"another\"")));
        Assert.That(all.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(all.Content.Headers.ContentLength, Is.EqualTo(bytes.Length));

        HttpRequestMessage Request(EntityTagHeaderValue tag)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, VideoOf(server));
            request.Headers.Range = new RangeHeaderValue(1000, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(tag);
            return request;
        }
    }

    [TestCase("x.mp4")]
    [TestCase("11111111-2222-3333-4444-555555555555.exe")]
    public async Task Media_unknown_file_is_not_found(string name)
    {
        using var server = Server();

        using var response = await _http.GetAsync(new Uri(new Uri(VideoOf(server)), name));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public void Media_url_set_by_a_test_is_kept()
    {
        using var server = Server();
        var id = server.Videos.Add(AuroraStatus.Done, video => video["video_output"] = "https://media.example.com/mine.mp4");

        Assert.That((string?)server.Videos[id]["video_output"], Is.EqualTo("https://media.example.com/mine.mp4"));
    }

    [Test]
    public async Task Media_video_that_becomes_done_has_a_file()
    {
        using var server = Server();
        using var caller = new Caller(server);
        var id = server.Videos.Add(AuroraStatus.Running);
        server.Videos.SetProgress(id, AuroraVideoProgress.ByRequests());
        JToken video;
        do
            video = (await caller.ListAsync($"?ids={id}")).Single();
        while ((string?)video["status"] != "done");

        using var response = await _http.GetAsync((string)video["video_output"]!);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public void Media_not_enabled_keeps_the_placeholder_urls()
    {
        using var server = AuroraServer.Start();

        Assert.That(VideoOf(server), Does.StartWith("https://media.example.com/"));
    }

    private static AuroraServer Server() => AuroraServer.Start(new AuroraServerOptions { ServeMedia = true });

    private static string VideoOf(AuroraServer server) => (string)server.Videos.First(video => (string?)video["status"] == "done")["video_output"]!;

    private static IEnumerable<string> Boxes(byte[] bytes)
    {
        var start = 0;
        for (; start < bytes.Length; start += BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(start)))
            yield return Encoding.ASCII.GetString(bytes, start + 4, 4);
        Assert.That(start, Is.EqualTo(bytes.Length));
    }
}
