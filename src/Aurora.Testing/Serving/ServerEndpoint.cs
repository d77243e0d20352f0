using System.Net;
using System.Net.Sockets;

namespace Aurora.Testing.Serving;

/// <summary>The address and port that a server listens on.</summary>
internal sealed record ServerEndpoint(IPAddress Address, int Port)
{
    /// <summary>Gets the URL for Kestrel.</summary>
    public string Url => Text(Address, Port);

    /// <summary>
    /// Returns the URL for clients on this machine. It contains an IP address, because a client might resolve a host name to the wrong protocol
    /// first.
    /// </summary>
    public Uri BaseAddress(int port) => new($"{Text(Reachable(), port)}/");

    private IPAddress Reachable() =>
        Address.Equals(IPAddress.Any) ? IPAddress.Loopback : Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : Address;

    private static string Text(IPAddress address, int port) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"http://[{address}]:{port}" : $"http://{address}:{port}";
}
