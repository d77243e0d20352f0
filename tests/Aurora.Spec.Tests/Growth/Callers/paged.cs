using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        PaginatedAuroraFlowList page = await aurora.ListPageAsync(page: 2);
        return $"{(page.Results!.Count == 0 ? 1 : 0)} {(page.Next is not null ? "next" : "")} {page.Count}";
    }
}
