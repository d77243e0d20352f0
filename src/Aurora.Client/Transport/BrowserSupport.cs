namespace Aurora.Client;

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

    /// <summary>Creates the network handler, or returns the placeholder.</summary>
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
