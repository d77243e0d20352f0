using Aurora.Client;

using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "an-id", ApiKey = "a-key", BaseAddress = new Uri(args[0]), SchemaDriftHandling = SchemaDriftHandling.Throw });
foreach (var video in await aurora.ListAsync())
    Console.WriteLine($"{video.Id} {video.Status} {video.Duration} {video.CreditsUsed}");
