using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;

namespace Aurora.Testing.Serving;

/// <summary>A WireMock.Net server that leaves every answer to one provider.</summary>
internal static class WireServer
{
    private const int MaxRequestLineBytes = 128 * 1024;

    public static WireMockServer Start(ServerEndpoint endpoint, IResponseProvider provider)
    {
        var server = WireMockServer.Start(new WireMockServerSettings
        {
            // WireMock.Net binds to all addresses of the machine when it is given a port alone.
            Urls = [endpoint.Url],
            // Its own log would keep the keys; ours does not.
            MaxRequestLogCount = 0,
            QueryParameterMultipleValueSupport = QueryParameterMultipleValueSupport.Ampersand,
            DisableJsonBodyParsing = true,
            DisableRequestBodyDecompressing = true,
            AdditionalServiceRegistration = services => services.Configure<KestrelServerOptions>(Allow),
        });
        server.Given(Request.Create().WithPath(_ => true)).RespondWith(provider);
        return server;
    }

    // 100 ids need 3.7 KB; the rest is for tests that send too many and want the API's own 400 for it.
    private static void Allow(KestrelServerOptions kestrel) => kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
}
