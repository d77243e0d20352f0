using System.Net;

namespace Aurora.Client;

/// <summary>
/// A proxy for all addresses except loopback addresses. It hides the user and the password in the address of the
/// proxy, because .NET shows that address in exception messages.
/// </summary>
/// <param name="proxy">The proxy, or null for the default proxy of the environment or the system.</param>
internal sealed class LoopbackBypass(IWebProxy? proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => Proxy?.Credentials;
        set => _ = Proxy is { } current ? current.Credentials = value : null;
    }

#if NET
    private IWebProxy? Proxy => proxy ?? HttpClient.DefaultProxy;

    public Uri? GetProxy(Uri destination) =>
#else
    private IWebProxy? Proxy => proxy ?? WebRequest.DefaultWebProxy;

    public Uri GetProxy(Uri destination) =>
#endif
        IsBypassed(destination) ? destination : WithoutUser(Proxy!.GetProxy(destination)!);

    public bool IsBypassed(Uri host) => LoopbackAddress.Is(host) || Bypasses(Proxy, host);

    /// <summary>Returns whether requests to the address bypass the proxy.</summary>
    public static bool Bypasses(IWebProxy? proxy, Uri address) => proxy is null || proxy.IsBypassed(address);

    // The system proxy returns null for a destination that does not use it.
    private static Uri WithoutUser(Uri address) =>
        address is null || address.UserInfo.Length == 0 ? address! : new UriBuilder(address) { UserName = "", Password = "" }.Uri;
}
