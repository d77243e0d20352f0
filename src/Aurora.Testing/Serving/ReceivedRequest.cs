using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Aurora.Testing.Serving;

/// <summary>A received request. It is read from ASP.NET Core, because WireMock.Net does not preserve case and repeated names.</summary>
internal sealed class ReceivedRequest(HttpRequest http, byte[]? body = null)
{
    public string Method { get; } = http.Method;

    public string Path { get; } = http.Path.Value ?? "";

    /// <summary>Gets the path and the query in the form of a URL.</summary>
    public (string Path, string Query) Target { get; } = (http.Path.ToUriComponent(), http.QueryString.ToUriComponent());

    public string Origin { get; } = $"{http.Scheme}://{http.Host}";

    public IHeaderDictionary Headers { get; } = http.Headers;

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; } = Read(http.QueryString);

    public byte[] Body { get; } = body ?? [];

    // Django's QueryDict also returns the last of several values.
    public string? GetQueryValue(string name) => Query.LastOrDefault(pair => pair.Key == name).Value;

    private static List<KeyValuePair<string, string>> Read(QueryString query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query.Value))
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        return pairs;
    }
}
