using Aurora.Client;

using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "an-id", ApiKey = "a-key", BaseAddress = new Uri(args[0]), SchemaDriftHandling = SchemaDriftHandling.Throw });
AuroraFlow video = await aurora.CreateAsync(new AuroraFlow { Audio = new Uri("https://files.example/a.mp3"), Image = new Uri("https://files.example/a.png"), Name = "A first" });
Console.WriteLine($"{video.Id} {video.Status}");
