using System.Net;
using Aurora.Client;

namespace Aurora.Testing.Serving;

/// <summary>Checks the two keys. The header matchers of WireMock.Net cannot do so, because they ignore case.</summary>
internal sealed class Credentials(string apiId, string apiKey)
{
    /// <summary>Returns a 401 response, or null if the request has both keys.</summary>
    public FakeResponse? Reject(ReceivedRequest request)
    {
        var id = request.Headers[AuroraApi.IdHeader];
        var key = request.Headers[AuroraApi.KeyHeader];
        if (id.Count == 0 || key.Count == 0)
        {
            return FakeResponse.Detail(HttpStatusCode.Unauthorized, "Authentication credentials were not provided.");
        }

        return id == apiId && key == apiKey ? null : FakeResponse.Detail(HttpStatusCode.Unauthorized, "Invalid API ID or API key.");
    }
}
