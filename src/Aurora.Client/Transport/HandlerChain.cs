using System.Net;

namespace Aurora.Client;

/// <summary>Makes any chain of handlers safe for the keys.</summary>
internal static class HandlerChain
{
    /// <summary>Turns off redirects and the proxy for loopback addresses, and adds the keys after every handler that could change the address.</summary>
    /// <returns>The handler that sends the requests.</returns>
    /// <exception cref="ArgumentException">The last handler is not safe, and can no longer be changed because it has sent a request.</exception>
    public static HttpMessageHandler Secure(HttpMessageHandler handler, Uri baseAddress)
    {
        var (last, network) = (default(DelegatingHandler), handler);
        while (network is DelegatingHandler next)
        {
            // Another client added the handler, which reads the keys from the request.
            if (next is AuthenticationHandler)
                return handler;
            (last, network) = (next, next.InnerHandler ??= BrowserSupport.CreateHandler(BrowserSupport.IsBrowser));
        }

        BrowserSupport.ThrowIfMissing(network);
        RefuseRedirects(network);
        BypassProxy(network, baseAddress);
        var authentication = new AuthenticationHandler { InnerHandler = network };
        return last is null || !TryChange(() => last.InnerHandler = authentication) ? new AuthenticationHandler { InnerHandler = handler } : handler;
    }

    private static void RefuseRedirects(HttpMessageHandler network)
    {
        var isOff = network switch
        {
            HttpClientHandler { AllowAutoRedirect: true } client => TryChange(() => client.AllowAutoRedirect = false),
#if NET
            SocketsHttpHandler { AllowAutoRedirect: true } sockets => TryChange(() => sockets.AllowAutoRedirect = false),
#endif
            _ => true,
        };
        if (!isOff)
            throw Refused(network, "follows redirects, which would send the keys to another server", "set AllowAutoRedirect to false");
    }

    private static void BypassProxy(HttpMessageHandler network, Uri baseAddress)
    {
        var (proxy, bypass) = network switch
        {
            HttpClientHandler { SupportsProxy: true, UseProxy: true } client => (client.Proxy, set: (Action<IWebProxy>)(value => client.Proxy = value)),
#if NET
            SocketsHttpHandler { UseProxy: true } sockets => (sockets.Proxy, value => sockets.Proxy = value),
#endif
            _ => (null, null),
        };
        if (bypass is null || proxy is LoopbackBypass || TryChange(() => bypass(new LoopbackBypass(proxy))))
            return;
        if (LoopbackAddress.Is(baseAddress) && !LoopbackBypass.Bypasses(proxy, baseAddress))
            throw Refused(network, "sends requests for this machine through a proxy, where the keys can be read", "set UseProxy to false");
    }

    /// <summary>Changes a handler. Returns false if it can no longer be changed because it has sent a request.</summary>
    private static bool TryChange(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            return false;
        }
    }

    private static ArgumentException Refused(HttpMessageHandler handler, string what, string fix) => new(
        $"The {handler.GetType().Name} {what}, and cannot be changed because it has already sent a request. Fix: {fix} before its first request, or pass a new handler.",
        nameof(handler));
}
