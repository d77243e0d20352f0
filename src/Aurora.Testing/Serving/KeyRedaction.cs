using Aurora.Client;

namespace Aurora.Testing.Serving;

/// <summary>Keeps the keys out of the log when a client has put them where they do not belong, such as into the query.</summary>
internal sealed class KeyRedaction(string apiId, string apiKey)
{
    private const string Placeholder = "[key]";

    /// <summary>A function that blots out the keys of the server and those that the request itself carries.</summary>
    public Func<string, string> For(ReceivedRequest request)
    {
        string?[] sent = [.. request.Headers[AuroraApi.IdHeader], .. request.Headers[AuroraApi.KeyHeader]];
        var keys = sent.Append(apiId).Append(apiKey).OfType<string>().Where(key => key.Length > 0).Distinct();
        // The longest first: one key may be the beginning of the other.
        var ordered = keys.OrderByDescending(key => key.Length).ToArray();
        return text => ordered.Aggregate(text, (rest, key) => rest.Replace(key, Placeholder, StringComparison.Ordinal));
    }
}
