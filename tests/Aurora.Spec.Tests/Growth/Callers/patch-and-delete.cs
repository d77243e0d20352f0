using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        var id = new Guid("0f8fad5b-d9cb-469f-a165-708677289502");
        var renamed = await aurora.PartialUpdateAsync(id, new PatchedAuroraFlow { Name = "Renamed" });
        var unnamed = await aurora.PartialUpdateAsync(id, new PatchedAuroraFlow { Name = null });
        var unchanged = await aurora.PartialUpdateAsync(id, new PatchedAuroraFlow());
        var limit = "";
        try
        {
            await aurora.PartialUpdateAsync(id, new PatchedAuroraFlow { WebhookUrl = new Uri("https://hooks.example/" + new string('x', 200)) });
        }
        catch (ArgumentException)
        {
            limit = "limit";
        }

        var third = new Guid("0f8fad5b-d9cb-469f-a165-708677289503");
        await aurora.DestroyAsync(third);
        try
        {
            await aurora.DestroyAsync(third);
            return "deleted twice";
        }
        catch (AuroraApiException exception)
        {
            return $"{renamed.Name} {unnamed.Name ?? "null"} {(unchanged.Name is null ? "unchanged" : "")} {limit} deleted {exception.Kind}";
        }
    }
}
