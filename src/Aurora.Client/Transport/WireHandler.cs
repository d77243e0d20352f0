#if NET
using System.Diagnostics;
#endif
using System.Net;

namespace Aurora.Client;

/// <summary>Creates the network handler, configured so that only the configured origin receives requests.</summary>
internal static class WireHandler
{
    /// <summary>The maximum number of HTTP/1.1 connections of a client. If all are in use, an attempt waits for one within its timeout.</summary>
    public const int MaxConnections = 256;

    // A redirect would send the keys, which are plain headers, to another server.
#if NET
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        // One HTTP/2 connection carries about 100 requests at a time. Without more connections, other requests would time out.
        EnableMultipleHttp2Connections = true,
        MaxConnectionsPerServer = MaxConnections,
        // A stream that the caller leaves early can have gigabytes left, so the connection is closed instead of being drained.
        MaxResponseDrainSize = 0,
        // New connections pick up DNS changes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        Proxy = new LoopbackBypass(null),
        UseCookies = false,
    };

    /// <summary>Creates the handler for files on storage hosts. Parts of a compressed file cannot be combined, and the hosts need no trace.</summary>
    public static SocketsHttpHandler CreateForFiles()
    {
        var handler = Create();
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
        return handler;
    }
#else
    public static HttpClientHandler Create() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        // The default of .NET Framework is two connections, which would limit MaxConcurrency.
        MaxConnectionsPerServer = MaxConnections,
        Proxy = new LoopbackBypass(null),
        UseCookies = false,
    };

    public static HttpClientHandler CreateForFiles()
    {
        var handler = Create();
        handler.AutomaticDecompression = DecompressionMethods.None;
        return handler;
    }
#endif
}
