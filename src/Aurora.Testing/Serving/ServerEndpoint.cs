using System.Net;
using System.Net.Sockets;

namespace Aurora.Testing.Serving;

/// <summary>Where the server listens.</summary>
internal sealed record ServerEndpoint(IPAddress Address, int Port)
{
    /// <summary>As Kestrel is told it.</summary>
    public string Url => Text(Address, Port);

    /// <summary>As a client on this machine reaches it. WireMock.Net reports names, which a client may try on the wrong protocol first.</summary>
    public Uri BaseAddress(int port) => new($"{Text(Reachable(), port)}/");

    private IPAddress Reachable() =>
        Address.Equals(IPAddress.Any) ? IPAddress.Loopback : Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : Address;

    private static string Text(IPAddress address, int port) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"http://[{address}]:{port}" : $"http://{address}:{port}";
}
