using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace Aurora.Benchmarks.Reading;

/// <summary>Bytes in memory to a list of videos.</summary>
public class ReadingBenchmarks
{
    // Once for all peers: what making them leaves behind would be collected while the first is measured.
    private static readonly byte[] Few = VideoFixture.Of(VideoFixture.Small).Json;
    private static readonly byte[] Many = VideoFixture.Of(VideoFixture.Large).Json;

    private IReadingPeer _peer = null!;

    [ParamsSource(nameof(Peers))]
    public string Peer { get; set; } = "";

    public static IEnumerable<string> Peers => PeerNames.Reading;

    [GlobalSetup]
    public void Start() => _peer = PeerFactory.Reading(Peer);

    [Benchmark]
    public object Read100() => _peer.Read(Few);

    /// <summary>The client makes an address when somebody asks for it: here somebody asks for all.</summary>
    [Benchmark]
    public int Read100AndAddresses() => _peer.AskForAddresses(_peer.Read(Few));

    [Benchmark]
    public object Read10000() => _peer.Read(Many);
}
