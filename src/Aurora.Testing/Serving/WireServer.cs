using System.Net.Sockets;
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

    /// <summary>
    /// Starts a server, and returns it with the URL for clients on this machine. The URL contains an IP address, because a client might resolve a
    /// host name to the wrong protocol first.
    /// </summary>
    public static (WireMockServer Server, Uri BaseAddress) Start(IPAddress address, int port, IResponseProvider provider)
    {
        var server = WireMockServer.Start(new WireMockServerSettings
        {
            // Given only a port, WireMock.Net listens on all addresses.
            Urls = [Url(address, port)],
            // The log of WireMock.Net would contain the keys.
            MaxRequestLogCount = 0,
            QueryParameterMultipleValueSupport = QueryParameterMultipleValueSupport.Ampersand,
            DisableJsonBodyParsing = true,
            DisableRequestBodyDecompressing = true,
            AdditionalServiceRegistration = services => services.Configure<KestrelServerOptions>(AllowLongRequestLine).AddSingleton(provider),
        });
        // Mappings that a test adds take precedence.
        server.Given(Request.Create().WithPath(_ => true)).AtPriority(int.MaxValue).RespondWith(provider);
        var reachable = address.Equals(IPAddress.Any) ? IPAddress.Loopback : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : address;
        return (server, new Uri($"{Url(reachable, server.Port)}/"));
    }

    // 100 IDs need 3.7 KB. The rest is for tests that send too many IDs and expect the 400 response of the API.
    private static void AllowLongRequestLine(KestrelServerOptions kestrel) => kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;

    private static string Url(IPAddress address, int port) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"http://[{address}]:{port}" : $"http://{address}:{port}";
}
