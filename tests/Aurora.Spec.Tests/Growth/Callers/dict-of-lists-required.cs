using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        var videos = await aurora.ListAsync(AuroraOrdering.CreatedAt.Descending());
        return string.Join(",", videos[0].ByName["a"]);
    }
}
