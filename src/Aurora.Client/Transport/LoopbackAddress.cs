using System.Net;

namespace Aurora.Client;

/// <summary>Recognizes loopback addresses. Only these are allowed without encryption, and they never use a proxy.</summary>
internal static class LoopbackAddress
{
    private const string Name = "localhost";

    /// <summary>Returns whether the host is in 127.0.0.0/8 in any notation, ::1, <c>localhost</c> or a subdomain of it.</summary>
    public static bool Is(Uri address)
    {
        if (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip);
        // Uri.IsLoopback does not recognize subdomains of localhost and most IPv4-mapped IPv6 addresses.
        var host = address.DnsSafeHost.TrimEnd('.');
        return host.Equals(Name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + Name, StringComparison.OrdinalIgnoreCase);
    }
}

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

    public static bool Bypasses(IWebProxy? proxy, Uri address) => proxy is null || proxy.IsBypassed(address);

    // The system proxy returns null for a destination that does not use it.
    private static Uri WithoutUser(Uri address) =>
        address is null || address.UserInfo.Length == 0 ? address! : new UriBuilder(address) { UserName = "", Password = "" }.Uri;
}
