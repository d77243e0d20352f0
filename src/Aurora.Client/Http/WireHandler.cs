using System.Net;

namespace Aurora.Client;

/// <summary>The handler that talks to the network, set up so that nothing but the configured origin sees a request.</summary>
internal static class WireHandler
{
    /// <summary>How many HTTP/1.1 connections a client holds at the most; an attempt that finds them all in use waits for one, within its timeout.</summary>
    public const int MaxConnections = 256;

    // A redirect would carry the keys, which are plain headers, to wherever it points.
#if NET
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        // One connection carries about a hundred requests at a time; the others would wait for it until they time out.
        EnableMultipleHttp2Connections = true,
        MaxConnectionsPerServer = MaxConnections,
        // A stream that is left early may have gigabytes to come: close the connection rather than read them.
        MaxResponseDrainSize = 0,
        // So that a change of the DNS is seen.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        Proxy = new LoopbackBypass(null),
        UseCookies = false,
    };
#else
    public static HttpClientHandler Create() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        // Without it .NET Framework would make two, whatever MaxConcurrency says.
        MaxConnectionsPerServer = MaxConnections,
        Proxy = new LoopbackBypass(null),
        UseCookies = false,
    };
#endif
}
