using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace Aurora.Benchmarks.Writing;

/// <summary>Measures writing a list of videos to JSON.</summary>
public class WritingBenchmarks
{
    private static readonly byte[] Few = VideoFixture.Of(VideoFixture.Small).Json;

    private IReadingPeer _peer = null!;
    private object _videos = null!;

    [ParamsSource(nameof(Peers))]
    public string Peer { get; set; } = "";

    public static IEnumerable<string> Peers => PeerNames.Reading;

    [GlobalSetup]
    public void Start()
    {
        _peer = PeerFactory.Reading(Peer);
        _videos = _peer.Read(Few);
    }

    // The output is discarded, so that only the writing is measured.
    [Benchmark]
    public void Write100() => _peer.Write(_videos, Stream.Null);
}
