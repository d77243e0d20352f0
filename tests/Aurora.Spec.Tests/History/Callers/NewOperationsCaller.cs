using Aurora.Client;

using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "an-id", ApiKey = "a-key", BaseAddress = new Uri(args[0]), SchemaDriftHandling = SchemaDriftHandling.Throw });
AuroraFlow retrieved = await aurora.RetrieveAsync(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
AuroraFlow created = await aurora.CreateAsync(new AuroraFlow { Audio = new Uri("https://files.example/a.mp3"), Image = new Uri("https://files.example/a.png"), Name = "A first" });
Console.WriteLine($"{retrieved.Id} {retrieved.Status}");
Console.WriteLine($"{created.Id} {created.Status}");
