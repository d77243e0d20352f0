using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        var videos = await aurora.ListFilteredAsync(
            xRequestTag: "tag", createdAfter: new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), day: new DateTime(2026, 1, 31), fields: [Fields.Id, Fields.Name],
            hidden: true, minCredits: 0.5, status: Status.Done, tags: ["a", "b"]);
        return $"{nameof(Status)} {nameof(Fields)} {nameof(Status.Done)} {videos.Count}";
    }
}
