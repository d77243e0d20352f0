using System.Text.Json;
using System.Text.Json.Serialization;
using Aurora.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
await using var services = new ServiceCollection().AddAuroraClient(configuration.GetSection("Aurora")).Services.BuildServiceProvider();
foreach (var video in await services.GetRequiredService<AuroraClient>().ListAsync())
    Console.WriteLine($"listed {video.Id}");

using var aurora = AuroraClient.Create(new AuroraClientOptions
{
    ApiId = configuration["Aurora:ApiId"]!,
    ApiKey = configuration["Aurora:ApiKey"]!,
    BaseAddress = new Uri(configuration["Aurora:BaseAddress"]!),
});
var ids = new List<Guid>();
await foreach (var video in aurora.StreamAsync())
{
    ids.Add(video.Id);
    Console.WriteLine($"streamed {video.Id}");
}

foreach (var video in (await aurora.GetManyAsync(ids)).Videos)
    Console.WriteLine($"got {video.Id}");

var json = JsonSerializer.Serialize(await aurora.ListAsync(), VideosContext.Default.IReadOnlyListAuroraFlow);
foreach (var video in JsonSerializer.Deserialize(json, VideosContext.Default.IReadOnlyListAuroraFlow)!.Where(video => video.Status.IsKnown))
    Console.WriteLine($"restored {video.Id}");

[JsonSerializable(typeof(IReadOnlyList<AuroraFlow>))]
internal sealed partial class VideosContext : JsonSerializerContext;
