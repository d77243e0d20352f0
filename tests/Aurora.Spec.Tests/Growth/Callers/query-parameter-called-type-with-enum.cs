using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address });
        X answer = await aurora.XGetAsync(type: AuroraType.A);
        return $"{nameof(AuroraType)} {answer.A}";
    }
}
