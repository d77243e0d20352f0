using Aurora.Client;

// Typed calls of a client that is generated from Documents/everything.yaml.
public static class EverythingCaller
{
    public static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    public static async Task<object?> CallAsync(string operation, Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address });
        switch (operation)
        {
            case "retrieve":
                return await aurora.RetrieveAsync(Id);
#pragma warning disable CS0612 // Deprecated operations must still work.
            case "destroy":
                await aurora.DestroyAsync(Id);
                return null;
#pragma warning restore CS0612
            case "search":
                var found = await aurora.FoldersSearchAsync(
                    "a/b ü", new DateTime(2026, 1, 31), "trace 1", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                    ["x&y", "z"], [1, 2], AuroraStatus.InQueue, [AuroraStatus.Done, "brand_new"], true, 0.5, "c", Kind.ShortClip, 3);
                return found["first"].Number;
            case "search without optional parameters":
                return (await aurora.FoldersSearchAsync("..a", new DateTime(2026, 1, 31), "t")).Count;
            case "search with dots":
                return await aurora.FoldersSearchAsync("..", new DateTime(2026, 1, 31), "t");
            case "search with a line break":
                return await aurora.FoldersSearchAsync("a", new DateTime(2026, 1, 31), "t\r\nX-Other: 1");
            case "create":
                return await aurora.CreateAsync(Filled());
            case "labels":
                return (await aurora.LabelsListAsync())["a"];
            case "formats":
                return (await aurora.LabelsUpdateAsync(new PatchedOrder { Note = "n" })).Select(format => format switch
                {
                    { Value: AuroraFormat.Values._16_9 } => "wide",
                    { IsKnown: true } => "known",
                    _ => "new: " + format,
                }).ToArray();
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    private static Order Filled() => new()
    {
        Id = Id,
        Number = 9_007_199_254_740_993,
        Due = new DateTime(2026, 12, 24),
        Days = [new DateTime(2026, 12, 25)],
        Status = AuroraStatus.InQueue,
        History = [AuroraStatus.Done],
        Formats = [AuroraFormat._1080p],
        Shape = OrderShape.RoundOne,
        Priority = AuroraPriority._5,
        Owner = new Person { Id = 1, FullName = "Ann", Address = new Address { Street = "s", VerifiedAt = DateTimeOffset.UnixEpoch } },
        Staff = [new Employee { Id = 2, FullName = "Ben", Salary = 1.10m, Manager = new Employee { FullName = "Cy" } }],
        Labels = { ["k"] = "v" },
        People = new Dictionary<string, Person> { ["p"] = new() { Id = 3, FullName = "Dan" } },
        Extra = new { any = 1 },
        Anything = "text",
        Class = "c",
        Name = "1",
        Name_ = "2",
        NAME = "3",
        Equals_ = "e",
        AdditionalProperties_ = "a",
        Note = null,
        Data = [1, 2, 3],
        Home = new Uri("https://example.com/ü"),
        AdditionalProperties = { ["unnamed"] = 1 },
    };
}
