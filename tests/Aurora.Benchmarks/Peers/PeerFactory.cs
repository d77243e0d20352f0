namespace Aurora.Benchmarks.Peers;

internal static class PeerFactory
{
    public static IReadingPeer Reading(string name) => name switch
    {
        PeerNames.Aurora => new AuroraPeer.Reading(),
        PeerNames.NetStandard => new NetStandardPeer(),
        PeerNames.SystemTextJson => new SystemTextJsonPeer.Reading(),
        PeerNames.NSwag => new NSwagPeer.Reading(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The peer does not exist."),
    };

    /// <param name="name">One of <see cref="PeerNames.Calls"/>.</param>
    /// <param name="address">The address of the account, which <see cref="ApiHttp.ListPath"/> follows.</param>
    public static ICallPeer Calling(string name, Uri address) => name switch
    {
        PeerNames.Aurora => new AuroraPeer(address),
        PeerNames.SystemTextJson => new SystemTextJsonPeer(address),
        PeerNames.NSwag => new NSwagPeer(address),
        PeerNames.Refit => new RefitPeer(address),
        PeerNames.RestSharp => new RestSharpPeer(address),
        PeerNames.Flurl => new FlurlPeer(address),
        PeerNames.Kiota => new KiotaPeer(address),
        PeerNames.NoParsing => new NoParsingPeer(address),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The peer does not exist."),
    };

    /// <param name="name">One of <see cref="PeerNames.Streams"/>.</param>
    /// <param name="address">The address of the account.</param>
    public static IStreamPeer Streaming(string name, Uri address) => (IStreamPeer)Calling(name, address);
}
