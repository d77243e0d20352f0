using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        var created = await aurora.CreateAsync(new AuroraFlow { Audio = new Uri("https://media.example/a.mp3"), Image = new Uri("https://media.example/i.png") });
        var ended = await aurora.WaitForCompletionAsync([created.Id]);
        return $"{created.Status} {string.Join(',', ended.Select(video => $"{video.Id == created.Id} {video.Status}"))} {(await aurora.RetrieveAsync(created.Id)).Id == created.Id}";
    }
}
