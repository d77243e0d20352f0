using System.Net;
using Aurora.Client;
using Aurora.Testing;
using NUnit.Framework;

// The test of a caller whose client can create videos. It is compiled against the client that is generated from the document.
public class VideoTests(string document, string folder)
{
    private static readonly Uri Audio = new("https://media.example/launch.mp3");
    private static readonly Uri Image = new("https://media.example/launch.png");

    [Test]
    public async Task Created_video_is_watched_and_downloaded()
    {
        await using var server = AuroraServer.Start(new AuroraServerOptions { Document = document, ServeMedia = true, Progress = AuroraVideoProgress.ByRequests() });
        using var aurora = ClientOf(server);

        var created = await aurora.CreateAsync(new AuroraFlow { Name = "Launch", Audio = Audio, Image = Image });
        var often = TimeSpan.FromMilliseconds(100);
        var changes = new List<AuroraChange>();
        await foreach (var change in aurora.WatchAsync([created.Id], new AuroraWatchOptions { Interval = often, MaxInterval = often }))
            changes.Add(change);
        var path = Path.Combine(folder, "launch.mp4");
        await aurora.DownloadAsync(changes[^1].Video, path);

        Assert.That(created.Status, Is.EqualTo(AuroraStatus.Pending));
        Assert.That(changes.Select(change => change.Video.Status.Value).Distinct(), Is.EqualTo(new[] { "pending", "in_queue", "running", "done" }));
        Assert.That((await aurora.RetrieveAsync(created.Id)).Name, Is.EqualTo("Launch"));
        Assert.That(File.ReadAllBytes(path).AsSpan(4, 4).ToArray(), Is.EqualTo("ftyp"u8.ToArray()), "The file is an MP4 file.");
        server.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Video_that_the_API_refuses_throws_with_the_fields()
    {
        await using var server = AuroraServer.Start(new AuroraServerOptions { Document = document });
        using var aurora = ClientOf(server);

        var refused = await Assert.ThrowsAsync<AuroraApiException>(() => aurora.CreateAsync(new AuroraFlow
        {
            Audio = new Uri("launch.mp3", UriKind.Relative),
            Image = Image,
            ModelVersion = "aurora_v9",
        }));

        Assert.That(refused!.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.FieldErrors["audio"], Is.EqualTo(new[] { "Enter a valid URL." }));
        Assert.That(refused.FieldErrors["model_version"], Is.EqualTo(new[] { "\"aurora_v9\" is not a valid choice." }));
        Assert.That(server.Videos, Has.Count.EqualTo(24), "No video was created.");
    }

    private static AuroraClient ClientOf(AuroraServer server) =>
        AuroraClient.Create(new AuroraClientOptions { ApiId = server.ApiId, ApiKey = server.ApiKey, BaseAddress = server.BaseAddress });
}
