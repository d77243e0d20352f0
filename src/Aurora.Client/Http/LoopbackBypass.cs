using System.Net;

namespace Aurora.Client;

/// <summary>
/// A proxy, or the default one, for every address but those on this machine. It does not show the user and the password of the
/// proxy's address, which .NET would put into the message of a failure.
/// </summary>
/// <param name="proxy">The proxy; null for the default one, which the environment or the system names.</param>
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

    /// <summary>Whether requests to the address go past the proxy.</summary>
    public static bool Bypasses(IWebProxy? proxy, Uri address) => proxy is null || proxy.IsBypassed(address);

    // The system's proxy returns null for a destination that it does not serve.
    private static Uri WithoutUser(Uri address) =>
        address is null || address.UserInfo.Length == 0 ? address! : new UriBuilder(address) { UserName = "", Password = "" }.Uri;
}
