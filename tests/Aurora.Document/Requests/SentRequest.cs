using Aurora.Testing.Serving;

namespace Aurora.Document;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">In the letters that it was sent in.</param>
/// <param name="Path">Without the query, decoded.</param>
/// <param name="Query">Decoded, in the order of the request.</param>
/// <param name="Headers">The names of those that have a value.</param>
internal sealed record SentRequest(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, IReadOnlyCollection<string> Headers)
{
    public static SentRequest Of(ReceivedRequest request) =>
        new(request.Method, request.Path, request.Query, [.. request.Headers.Where(header => !string.IsNullOrEmpty(header.Value.ToString())).Select(header => header.Key)]);

    public bool HasHeader(string name) => Headers.Contains(name, StringComparer.OrdinalIgnoreCase);

    public override string ToString() => $"{Method} {Path}";
}
