using Aurora.Testing.Serving;

namespace Aurora.TestKit;

/// <summary>A request as it was sent.</summary>
/// <param name="method">The method, in its original case.</param>
/// <param name="path">The decoded path without the query.</param>
/// <param name="query">The decoded query parameters in the order of the request.</param>
/// <param name="headers">The names of the headers that have a value.</param>
/// <param name="body">The body, which is empty if it was not read.</param>
internal sealed class SentRequest(
    string method, string path, IReadOnlyList<KeyValuePair<string, string>> query, IReadOnlyCollection<string> headers, byte[] body)
{
    public string Method => method;

    public string Path => path;

    public IReadOnlyList<KeyValuePair<string, string>> Query => query;

    public IReadOnlyCollection<string> Headers => headers;

    public byte[] Body => body;

    public static SentRequest Of(ReceivedRequest request) => new(
        request.Method,
        request.Path,
        request.Query,
        [.. request.Headers.Where(header => !string.IsNullOrEmpty(header.Value.ToString())).Select(header => header.Key)],
        request.Body);

    public bool HasHeader(string name) => Headers.Contains(name, StringComparer.OrdinalIgnoreCase);

    public override string ToString() => $"{Method} {Path}";
}
