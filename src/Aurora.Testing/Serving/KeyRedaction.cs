using Aurora.Client;

namespace Aurora.Testing.Serving;

/// <summary>Removes the keys from logged text, in case a client sends them in the query, for example.</summary>
internal sealed class KeyRedaction(string apiId, string apiKey)
{
    private const string Placeholder = "[key]";

    /// <summary>Returns a function that replaces the keys of the server and the keys in the headers of the request.</summary>
    public Func<string, string> For(ReceivedRequest request)
    {
        string?[] sent = [.. request.Headers[AuroraApi.IdHeader], .. request.Headers[AuroraApi.KeyHeader]];
        var keys = sent.Append(apiId).Append(apiKey).OfType<string>().Where(key => key.Length > 0).Distinct();
        // The longest key comes first, because one key can be a prefix of another.
        var ordered = keys.OrderByDescending(key => key.Length).ToArray();
        return text => ordered.Aggregate(text, (rest, key) => rest.Replace(key, Placeholder, StringComparison.Ordinal));
    }
}
