using Aurora.Client;

using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "an-id", ApiKey = "a-key", BaseAddress = new Uri(args[0]), SchemaDriftHandling = SchemaDriftHandling.Throw });
AuroraFlow video = await aurora.RetrieveAsync(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
Console.WriteLine($"{video.Id} {video.Status}");
