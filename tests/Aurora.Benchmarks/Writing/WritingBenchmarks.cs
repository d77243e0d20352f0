using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace Aurora.Benchmarks.Writing;

/// <summary>A list of videos to the bytes of a response.</summary>
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

    // What is written is thrown away, so that nothing but the writing is measured.
    [Benchmark]
    public void Write100() => _peer.Write(_videos, Stream.Null);
}
