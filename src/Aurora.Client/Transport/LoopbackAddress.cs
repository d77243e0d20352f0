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
