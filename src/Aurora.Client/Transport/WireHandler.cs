using System.Diagnostics;
using System.Net;

namespace Aurora.Client;

/// <summary>Creates the network handler, configured so that only the configured origin receives requests.</summary>
internal static class WireHandler
{
    /// <summary>The maximum number of HTTP/1.1 connections of a client. If all are in use, an attempt waits for one within its timeout.</summary>
    public const int MaxConnections = 256;

#if NET
    public static SocketsHttpHandler Create() => new()
#else
    public static HttpClientHandler Create() => new()
#endif
    {
        // A redirect would send the keys, which are plain headers, to another server.
        AllowAutoRedirect = false,
        // The default of .NET Framework is two connections, which would limit MaxConcurrency.
        MaxConnectionsPerServer = MaxConnections,
        Proxy = new LoopbackBypass(null),
        UseCookies = false,
#if NET
        AutomaticDecompression = DecompressionMethods.All,
        // One HTTP/2 connection carries about 100 requests at a time. Without more connections, other requests would time out.
        EnableMultipleHttp2Connections = true,
        // A stream that the caller leaves early can have gigabytes left, so the connection is closed instead of being drained.
        MaxResponseDrainSize = 0,
        // New connections pick up DNS changes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
#else
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
#endif
    };

    /// <summary>Creates the handler for files on storage hosts. Parts of a compressed file cannot be combined, and the hosts need no trace.</summary>
    public static HttpMessageHandler CreateForFiles()
    {
        var handler = Create();
        handler.AutomaticDecompression = DecompressionMethods.None;
#if NET
        handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
#endif
        return handler;
    }
}

/// <summary>Throws in a browser, where the handlers of .NET cannot open connections.</summary>
internal static class BrowserSupport
{
    private const string Message =
        "The client cannot open its own connections in a browser. Fix: pass an HttpClient to the constructor of AuroraClient, or in a container call ConfigurePrimaryHttpMessageHandler on the builder that AddAuroraClient returns.";

    /// <summary>The placeholder for the network handler in a browser, until the caller sets another handler.</summary>
    public static HttpMessageHandler Placeholder { get; } = new MissingHandler();

#if NET
    public static bool IsBrowser => OperatingSystem.IsBrowser();
#else
    public static bool IsBrowser => false;
#endif

    public static HttpMessageHandler CreateHandler(bool isBrowser) => isBrowser ? Placeholder : WireHandler.Create();

    /// <exception cref="PlatformNotSupportedException">The handler is the placeholder.</exception>
    public static void ThrowIfMissing(HttpMessageHandler handler)
    {
        if (handler == Placeholder)
            throw new PlatformNotSupportedException(Message);
    }

    private sealed class MissingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new PlatformNotSupportedException(Message);
    }
}
