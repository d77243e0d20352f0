using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Aurora.Testing.Serving;

/// <summary>A received request. It is read from ASP.NET Core, because WireMock.Net does not preserve case and repeated names.</summary>
internal sealed class ReceivedRequest(HttpRequest http)
{
    public string Method { get; } = http.Method;

    public string Path { get; } = http.Path.Value ?? "";

    public IHeaderDictionary Headers { get; } = http.Headers;

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; } = Read(http.QueryString);

    // Django's QueryDict also returns the last of several values.
    public string? GetQueryValue(string name) => Query.LastOrDefault(pair => pair.Key == name).Value;

    private static List<KeyValuePair<string, string>> Read(QueryString query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }
}
