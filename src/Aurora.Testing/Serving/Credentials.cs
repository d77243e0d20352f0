using System.Net;
using Aurora.Client;

namespace Aurora.Testing.Serving;

/// <summary>The two keys that go together. WireMock.Net's header matchers ignore case, so the comparison is done here.</summary>
internal sealed class Credentials(string apiId, string apiKey)
{
    /// <summary>The 401 for this request, or null if it carries both keys.</summary>
    public Answer? Refuse(ReceivedRequest request)
    {
        var id = request.Headers[AuroraApi.IdHeader];
        var key = request.Headers[AuroraApi.KeyHeader];
        if (id.Count == 0 || key.Count == 0)
        {
            return Answer.Detail(HttpStatusCode.Unauthorized, "Authentication credentials were not provided.");
        }

        return id == apiId && key == apiKey ? null : Answer.Detail(HttpStatusCode.Unauthorized, "Invalid API ID or API key.");
    }
}
