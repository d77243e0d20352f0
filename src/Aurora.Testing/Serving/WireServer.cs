using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;

namespace Aurora.Testing.Serving;

/// <summary>Starts WireMock.Net servers that use one provider for all responses.</summary>
internal static class WireServer
{
    private const int MaxRequestLineBytes = 128 * 1024;

    public static WireMockServer Start(ServerEndpoint endpoint, IResponseProvider provider)
    {
        var server = WireMockServer.Start(new WireMockServerSettings
        {
            // Given only a port, WireMock.Net listens on all addresses.
            Urls = [endpoint.Url],
            // The log of WireMock.Net would contain the keys.
            MaxRequestLogCount = 0,
            QueryParameterMultipleValueSupport = QueryParameterMultipleValueSupport.Ampersand,
            DisableJsonBodyParsing = true,
            DisableRequestBodyDecompressing = true,
            AdditionalServiceRegistration = services => services.Configure<KestrelServerOptions>(AllowLongRequestLine).AddSingleton(provider),
        });
        // Mappings that a test adds take precedence.
        server.Given(Request.Create().WithPath(_ => true)).AtPriority(int.MaxValue).RespondWith(provider);
        return server;
    }

    // 100 IDs need 3.7 KB. The rest is for tests that send too many IDs and expect the 400 response of the API.
    private static void AllowLongRequestLine(KestrelServerOptions kestrel) => kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
}
