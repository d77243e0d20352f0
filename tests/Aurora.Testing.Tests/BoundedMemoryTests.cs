using System.Globalization;
using Aurora.Client;
using Aurora.Document;

namespace Aurora.Testing.Tests;

/// <summary>A server that a whole test run uses must not grow with the requests.</summary>
[NonParallelizable]
public sealed class BoundedMemoryTests
{
    private const long Megabyte = 1 << 20;

    [Test]
    [SendsUndocumentedRequests("It tells requests apart by a parameter that the API ignores.")]
    public async Task Requests_many_leave_the_heap_as_it_was()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 100 });
        using var http = Http(server);
        await AskAsync(http, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await AskAsync(http, 20_000);

        // 20,000 answers of these are 1.7 GB, and their log entries alone would be 20 MB.
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(8 * Megabyte));
        Assert.That(server.RequestCount, Is.EqualTo(21_000));
        Assert.That(server.Requests, Has.Count.EqualTo(200));
    }

    [Test]
    public void Videos_that_come_and_go_leave_the_heap_as_it_was()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { Progress = AuroraVideoProgress.ByCalls() });
        ComeAndGo(server, 100);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        ComeAndGo(server, 10_000);

        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(4 * Megabyte));
    }

    [Test]
    [SendsUndocumentedRequests("It tells requests apart by a parameter that the API ignores.")]
    public async Task Answer_for_10000_videos_is_made_once_while_nothing_changes()
    {
        using var server = AuroraServer.Start(new AuroraServerOptions { VideoCount = 10_000 });
        using var http = Http(server);
        await AskAsync(http, 2);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await AskAsync(http, 10);

        // To read the videos again is about 50 MB a time; to make the answer of them again is 9 MB.
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(10 * Megabyte));
    }

    private static void ComeAndGo(AuroraServer server, int count)
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

    private static async Task AskAsync(HttpClient http, int count) =>
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (page, cancellationToken) =>
        {
            using var response = await http.GetAsync(new Uri($"api/aurora/?page={page}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            await body.CopyToAsync(Stream.Null, cancellationToken);
        });
}
