using Aurora.Client;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Aurora.Testing.Tests;

/// <summary>Tests <see cref="AuroraServerOptions.Progress"/>, which makes all videos progress.</summary>
[TestFixture]
public sealed class AuroraServerOptionsProgressTests
{
    [Test]
    public async Task Progress_completes_videos_at_different_times()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Progress = AuroraVideoProgress.ByRequests() });
        using var caller = new Caller(server);
        var ended = new List<int>();
        for (var call = 0; call < 30; call++)
        {
            var videos = await caller.ListAsync();
            foreach (var video in videos.Cast<JObject>())
                AuroraVideoProgressTests.AssertConsistent(video);
            ended.Add(videos.Count(video => new AuroraStatus((string)video["status"]!).IsFinal));
        }

        Assert.That(ended[0], Is.Zero);
        Assert.That(ended[3], Is.InRange(1, 12));
        Assert.That(ended[8], Is.InRange(ended[3] + 1, 23));
        Assert.That(ended[^1], Is.EqualTo(24));
        var expected = AuroraVideoGenerator.Generate(24).ToDictionary(
            video => (string)video["id"]!,
            video => new AuroraStatus((string)video["status"]!) is { IsFinal: true } final ? final : AuroraStatus.Done);
        Assert.That(server.Videos.Where(video => expected[(string)video["id"]!].Value != (string?)video["status"]), Is.Empty);
    }

    [Test]
    public async Task Progress_with_the_same_seed_returns_the_same_responses()
    {
        var first = await ResponsesAsync(seed: 5);

        Assert.That(await ResponsesAsync(seed: 5), Is.EqualTo(first));
        Assert.That(await ResponsesAsync(seed: 6), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Progress_applies_to_added_videos()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 0, Progress = AuroraVideoProgress.ByRequests() });
        using var caller = new Caller(server);
        server.Videos.Add(AuroraStatus.InQueue);
        server.Videos.Add(AuroraStatus.Failed);
        for (var call = 0; call < 9; call++)
            await caller.ListAsync();

        Assert.That(server.Videos.Select(video => (string?)video["status"]), Is.EqualTo(new[] { "done", "failed" }));
    }

    private static async Task<List<string>> ResponsesAsync(int seed)
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Progress = AuroraVideoProgress.ByRequests(), Seed = seed });
        using var caller = new Caller(server);
        var responses = new List<string>();
        for (var call = 0; call < 5; call++)
            responses.Add((await caller.ListAsync()).ToString(Formatting.None));
        return responses;
    }
}
