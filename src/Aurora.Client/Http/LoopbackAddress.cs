using System.Net;

namespace Aurora.Client;

/// <summary>Decides which addresses are on this machine: the only ones that are reached without encryption, and never through a proxy.</summary>
internal static class LoopbackAddress
{
    private const string Name = "localhost";

    /// <summary>Whether the host is in 127.0.0.0/8, in any notation, ::1, <c>localhost</c> or a name below it.</summary>
    public static bool Is(Uri address)
    {
        if (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip);
        // Uri.IsLoopback knows neither a name below localhost nor most of the IPv4 addresses inside of IPv6.
        var host = address.DnsSafeHost.TrimEnd('.');
        return host.Equals(Name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + Name, StringComparison.OrdinalIgnoreCase);
    }
}
