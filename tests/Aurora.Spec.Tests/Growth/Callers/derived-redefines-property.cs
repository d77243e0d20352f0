using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address });
        D answer = await aurora.XGetAsync();
        return $"{nameof(D)} {answer.Type} {answer.U} {typeof(D).BaseType!.Name}";
    }
}
