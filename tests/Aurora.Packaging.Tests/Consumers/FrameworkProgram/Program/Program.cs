using System;
using System.Threading;
using System.Threading.Tasks;
using Aurora.Client;
using Library;

internal static class Program
{
    private static async Task Main(string[] args)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions
        {
            ApiId = Environment.GetEnvironmentVariable("AURORA_API_ID")!,
            ApiKey = Environment.GetEnvironmentVariable("AURORA_API_KEY")!,
            BaseAddress = new Uri(args[0]),
        });
        var videos = new Videos(aurora);

        var ids = await videos.ListAsync(CancellationToken.None);
        foreach (var id in ids)
            Console.WriteLine($"listed {id}");
        foreach (var id in await videos.StreamAsync(CancellationToken.None))
            Console.WriteLine($"streamed {id}");
        foreach (var id in await videos.GetManyAsync(ids, CancellationToken.None))
            Console.WriteLine($"got {id}");
    }
}
