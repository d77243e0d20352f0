using Aurora.Client;

namespace Aurora.Testing.Serving;

/// <summary>
/// Checks the keys that an operation requires. The header matchers of WireMock.Net cannot do so, because they ignore case. Any value is valid for
/// a key that is not one of the two keys of the API.
/// </summary>
internal sealed class Credentials(string apiId, string apiKey, ApiDocument document)
{
    /// <summary>Returns a 401 response, or null if the request has the keys of one of the alternatives.</summary>
    public FakeResponse? Reject(ApiOperation operation, ReceivedRequest request)
    {
        var alternatives = operation.Security.Select(Headers).ToList();
        var complete = alternatives.FindAll(headers => headers.TrueForAll(header => request.Headers[header].Count > 0));
        if (alternatives.Count == 0 || complete.Exists(headers => headers.TrueForAll(header => IsValid(header, request))))
            return null;
        var detail = complete.Count == 0 ? "Authentication credentials were not provided." : "Invalid API ID or API key.";
        return FakeResponse.Detail(HttpStatusCode.Unauthorized, detail).With("WWW-Authenticate", alternatives[0][^1]);
    }

    private List<string> Headers(IReadOnlyList<string> schemes) =>
        [.. schemes.Select(scheme => document.KeyHeaders.GetValueOrDefault(scheme)).OfType<string>()];

    private bool IsValid(string header, ReceivedRequest request) =>
        header.Equals(AuroraApi.IdHeader, StringComparison.OrdinalIgnoreCase) ? request.Headers[header] == apiId
        : !header.Equals(AuroraApi.KeyHeader, StringComparison.OrdinalIgnoreCase) || request.Headers[header] == apiKey;
}
