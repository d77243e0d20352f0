using Aurora.Client;

public static class Caller
{
    public static async Task<string> CallAsync(Uri address)
    {
        using var aurora = AuroraClient.Create(new AuroraClientOptions { ApiId = "id", ApiKey = "key", BaseAddress = address });
        Holder answer = await aurora.XGetAsync();
        if (answer.P0!.A != "t")
            return "";
        return string.Join(" ", typeof(Holder).GetProperties().Where(property => property.Name[0] == 'P').Select(property => property.PropertyType.Name));
    }
}
