using System.Globalization;
using Aurora.Client;

namespace Aurora.Testing.Tests;

/// <summary>Tests that the memory of a server does not grow with the number of requests.</summary>
[TestFixture]
[NonParallelizable]
public sealed class BoundedMemoryTests
{
    private const long Megabyte = 1 << 20;

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores identifies the requests.")]
    public async Task Requests_many_do_not_grow_the_heap()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 100 });
        using var http = Http(server);
        await SendAsync(http, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await SendAsync(http, 20_000);

        // 20,000 of these responses have 1.7 GB, and their log entries alone would have 20 MB.
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(8 * Megabyte));
        Assert.That(server.RequestCount, Is.EqualTo(21_000));
        Assert.That(server.Requests, Has.Count.EqualTo(200));
    }

    [Test]
    public void Videos_added_and_removed_do_not_grow_the_heap()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Progress = AuroraVideoProgress.ByRequests() });
        AddAndRemove(server, 100);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        AddAndRemove(server, 10_000);

        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(4 * Megabyte));
    }

    [Test]
    [SendsUndocumentedRequests("A parameter that the API ignores identifies the requests.")]
    public async Task Response_with_10000_videos_is_cached()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 10_000 });
        using var http = Http(server);
        await SendAsync(http, 2);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await SendAsync(http, 10);

        // Cloning the videos allocates about 50 MB per request, and serializing them 9 MB.
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(10 * Megabyte));
    }

    private static void AddAndRemove(AuroraServer server, int count)
    {
        for (var turn = 0; turn < count; turn++)
        {
            var id = server.Videos.Add("pending");
            server.Videos.Update(id, video => video["name"] = turn.ToString(CultureInfo.InvariantCulture));
            server.Videos.Remove(id);
        }
    }

    private static HttpClient Http(AuroraServer server) => new()
    {
        BaseAddress = server.BaseAddress,
        DefaultRequestHeaders = { { AuroraApi.IdHeader, server.ApiId }, { AuroraApi.KeyHeader, server.ApiKey } },
    };

    private static async Task SendAsync(HttpClient http, int count) =>
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (page, cancellationToken) =>
        {
            var url = new Uri($"api/aurora/?page={page}", UriKind.Relative);
            using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            await body.CopyToAsync(Stream.Null, cancellationToken);
        });
}
