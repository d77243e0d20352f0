using System.Net;

namespace Aurora.Client;

/// <summary>Makes a chain of handlers, whoever built it, fit to carry the keys.</summary>
internal static class HandlerChain
{
    /// <summary>Turns redirects off, keeps loopback off the proxy, and adds the keys directly before the network, behind every handler that could change the address.</summary>
    /// <param name="handler">The outermost handler.</param>
    /// <param name="baseAddress">The address of the API.</param>
    /// <returns>The handler to send through.</returns>
    /// <exception cref="ArgumentException">The last handler has sent a request and can no longer be made safe.</exception>
    public static HttpMessageHandler Secure(HttpMessageHandler handler, Uri baseAddress)
    {
        var (last, network) = (default(DelegatingHandler), handler);
        while (network is DelegatingHandler next)
        {
            // Another client has been here; the handler takes the keys from the request.
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

    /// <summary>Changes a handler; false when it has sent a request, after which it cannot be changed.</summary>
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
