using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace Aurora.Benchmarks.Reading;

/// <summary>Measures reading a list of videos from bytes in memory.</summary>
public class ReadingBenchmarks
{
    // The bytes are created once for all peers, because the garbage of their creation would be collected during the first measurement.
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

    /// <summary>Also reads every address, because the client creates an address only when it is read.</summary>
    [Benchmark]
    public int Read100AndAddresses() => _peer.AskForAddresses(_peer.Read(Few));

    [Benchmark]
    public object Read10000() => _peer.Read(Many);
}
