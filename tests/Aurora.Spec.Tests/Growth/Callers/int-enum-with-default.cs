using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        var videos = await aurora.ListAsync(AuroraOrdering.CreatedAt.Descending());
        return $"{new AuroraFlow().Priority} {videos[0].Priority} [{string.Join(", ", Enum.GetValues<AuroraPriority>().Select(value => (int)value))}]";
    }
}
