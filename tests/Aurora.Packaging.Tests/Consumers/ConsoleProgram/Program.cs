using Aurora.Client;

using var aurora = AuroraClient.Create(new AuroraClientOptions
{
    ApiId = Environment.GetEnvironmentVariable("AURORA_API_ID")!,
    ApiKey = Environment.GetEnvironmentVariable("AURORA_API_KEY")!,
    BaseAddress = new Uri(args[0]),
});

var ids = new List<Guid>();
foreach (var video in await aurora.ListAsync(AuroraOrdering.CreatedAt.Descending()))
{
    ids.Add(video.Id);
    Console.WriteLine($"listed {video.Id}");
}

await foreach (var video in aurora.StreamAsync())
    Console.WriteLine($"streamed {video.Id}");

var missing = Guid.NewGuid();
var many = await aurora.GetManyAsync([.. ids, missing]);
foreach (var video in many.Videos)
    Console.WriteLine($"got {video.Id}");
Console.WriteLine(many.MissingIds.SequenceEqual([missing]) ? "missing as expected" : $"missing {string.Join(", ", many.MissingIds)}");
