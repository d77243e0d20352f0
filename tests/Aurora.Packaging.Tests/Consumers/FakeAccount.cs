using System.Text.Json.Nodes;
using Aurora.Client;
using Aurora.Testing;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>A fake API whose keys nobody knows who was not told, and whose videos take two requests to get by their ids.</summary>
internal sealed class FakeAccount : IDisposable
{
    private readonly AuroraServer _server = AuroraServer.Start(new AuroraServerOptions
    {
        ApiId = $"id-{Guid.NewGuid():N}",
        ApiKey = $"key-{Guid.NewGuid():N}",
        VideoCount = AuroraApi.MaxIds + 30,
    });

    public string Address => _server.BaseAddress.ToString();

    public string[] Ids => [.. _server.Videos.Select(video => (string)video["id"]!)];

    /// <summary>The videos as the API sends them.</summary>
    public IEnumerable<JsonNode> Videos => _server.Videos.Select(video => JsonNode.Parse(video.ToString())!);

    public int RequestCount => _server.Requests.Count;

    /// <summary>The keys as the README's first call and the tool take them.</summary>
    public Dictionary<string, string?> Keys => KeysAs("AURORA_API_ID", "AURORA_API_KEY");

    /// <summary>The keys as a host takes them out of its environment into the section <c>Aurora</c>.</summary>
    public Dictionary<string, string?> ConfigurationKeys => KeysAs("Aurora__ApiId", "Aurora__ApiKey");

    /// <summary>Fails unless there were requests, all of them to the API and with both keys.</summary>
    public void AssertAskedWithBothKeys()
    {
        string[] keys = [AuroraApi.IdHeader, AuroraApi.KeyHeader];
        Assert.That(_server.Requests, Is.Not.Empty);
        Assert.That(_server.Requests.Where(request => keys.Except(request.HeaderNames, StringComparer.OrdinalIgnoreCase).Any()), Is.Empty);
        _server.AssertNoUnexpectedRequests();
    }

    /// <summary>Fails unless the program printed all videos after each of these words, and asked for them itself.</summary>
    public void AssertPrinted(string output, params string[] words)
    {
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        foreach (var word in words)
        {
            var printed = lines.Where(line => line.StartsWith($"{word} ", StringComparison.Ordinal));
            Assert.That(printed, Is.EquivalentTo(Ids.Select(id => $"{word} {id}")));
        }

        AssertAskedWithBothKeys();
    }

    public void Dispose() => _server.Dispose();

    private Dictionary<string, string?> KeysAs(string id, string key) => new() { [id] = _server.ApiId, [key] = _server.ApiKey };
}
