using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Settings;

namespace Aurora.Testing.Serving;

/// <summary>The one place where WireMock.Net hands over a request: log it, find the answer, send it.</summary>
internal sealed class AuroraResponseProvider(Router router, RequestLog log) : IResponseProvider
{
    public Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        var request = new ReceivedRequest(context.Request);
        log.Add(request);
        return Task.FromResult<(IResponseMessage, IMapping?)>((router.Answer(request).ToMessage(), null));
    }
}
