using System;
using System.Threading;
using System.Threading.Tasks;
using Aurora.Client;
using Library;
using Microsoft.Extensions.DependencyInjection;

internal static class Program
{
    private static async Task Main(string[] args)
    {
        void Configure(AuroraClientOptions options)
        {
            options.ApiId = Environment.GetEnvironmentVariable("AURORA_API_ID")!;
            options.ApiKey = Environment.GetEnvironmentVariable("AURORA_API_KEY")!;
            options.BaseAddress = new Uri(args[0]);
        }

        using var videos = Videos.Create(Configure);
        await foreach (var video in videos.StreamAsync())
            Console.WriteLine($"streamed {video.Id}");

        using var services = Videos.AddVideos(new ServiceCollection(), Configure).BuildServiceProvider();
        var shared = services.GetRequiredService<Videos>();
        var ids = await shared.ListAsync(CancellationToken.None);
        foreach (var id in ids)
            Console.WriteLine($"listed {id}");
        foreach (var id in await shared.GetManyAsync(ids, CancellationToken.None))
            Console.WriteLine($"got {id}");
    }
}
