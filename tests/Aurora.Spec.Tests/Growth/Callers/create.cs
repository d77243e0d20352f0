using Aurora.Client;

public static class Caller
{
    private static readonly Uri Audio = new("https://media.example/a.mp3");
    private static readonly Uri Image = new("https://media.example/i.png");

    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address, SchemaDriftHandling = SchemaDriftHandling.Throw });
        // Read-only properties are not sent.
        var first = await aurora.CreateAsync(new AuroraFlow { Audio = Audio, Image = Image, Id = Guid.NewGuid(), Status = AuroraStatus.Done, CreditsUsed = 99 });
        var second = await aurora.CreateAsync(new AuroraFlow
        {
            Audio = Audio, Image = Image, Name = "Launch", TextPrompt = "Slow push in", PromptGuidanceScale = 2.5,
            ModelVersion = AuroraModelVersion.AuroraV1Fast, WebhookUrl = new Uri("https://hooks.example/x"),
        });
        var fourth = await aurora.CreateAsync(new AuroraFlow { Audio = Audio, Image = Image, Name = null, WebhookUrl = null });
        var refused = Refusal(() => aurora.CreateAsync(new AuroraFlow { Name = new string('x', 256) }));
        var names = string.Join(" ", new[] { "Audio", "Image", "Name" }.Where(refused.Contains));
        var empty = Refusal(() => aurora.CreateAsync(new AuroraFlow { Audio = Audio, Image = Image, ModelVersion = default })).Contains("must not be empty") ? "empty" : "";
        var none = Refusal(() => aurora.CreateAsync(null!)) == nameof(ArgumentNullException) ? "null" : "";
        var retrieved = await aurora.RetrieveAsync(first.Id);
        return $"{Last(first)} {Last(second)} {Last(fourth)} {second.Name == "Launch"} {names} {empty} {none} {Last(retrieved)} {retrieved.Status}";
    }

    private static char Last(AuroraFlow video) => video.Id.ToString()[^1];

    private static string Refusal(Func<Task> call)
    {
        try
        {
            _ = call();
            return "";
        }
        catch (ArgumentNullException)
        {
            return nameof(ArgumentNullException);
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }
}
