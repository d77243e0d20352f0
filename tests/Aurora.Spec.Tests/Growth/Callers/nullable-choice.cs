using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        var (audio, image) = (new Uri("https://media.example/a.mp3"), new Uri("https://media.example/i.png"));
        AuroraModelVersion? empty = (await aurora.CreateAsync(new AuroraFlow { Audio = audio, Image = image })).ModelVersion;
        var none = (await aurora.CreateAsync(new AuroraFlow { Audio = audio, Image = image, Name = null, WebhookUrl = null })).ModelVersion;
        var set = (await aurora.CreateAsync(new AuroraFlow
        {
            Audio = audio, Image = image, Name = "Launch", TextPrompt = "Slow push in", PromptGuidanceScale = 2.5,
            ModelVersion = AuroraModelVersion.AuroraV1Fast, WebhookUrl = new Uri("https://hooks.example/x"),
        })).ModelVersion;
        return $"empty:{empty!.Value.IsKnown} null:{none is null} set:{set}";
    }
}
