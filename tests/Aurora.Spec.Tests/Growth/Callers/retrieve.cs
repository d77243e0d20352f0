using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        var video = await aurora.RetrieveAsync(new Guid("0f8fad5b-d9cb-469f-a165-708677289501"));
        try
        {
            await aurora.RetrieveAsync(new Guid("00000000-0000-4000-8000-000000000000"));
            return "found";
        }
        catch (AuroraApiException exception)
        {
            return $"{video.Id} {video.Status} {exception.Kind} {exception.Detail}";
        }
    }
}
