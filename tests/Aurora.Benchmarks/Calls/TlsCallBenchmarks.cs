using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Serving;
using BenchmarkDotNet.Attributes;

namespace Aurora.Benchmarks.Calls;

/// <summary>Measures a complete call over TLS with HTTP/2.</summary>
public class TlsCallBenchmarks
{
    private const int CallsInARow = 16;

    private ICallPeer _peer = null!;

    [ParamsSource(nameof(Peers))]
    public string Peer { get; set; } = "";

    public static IEnumerable<string> Peers => PeerNames.Tls;

    [GlobalSetup]
    public void Start() => _peer = PeerFactory.Calling(Peer, ServerProcess.Shared.Account(VideoFixture.Small, ServerProtocol.TlsHttp2));

    [GlobalCleanup]
    public void Stop() => _peer.Dispose();

    [Benchmark(OperationsPerInvoke = CallsInARow)]
    public async Task TlsList100()
    {
        for (var i = 0; i < CallsInARow; i++)
            await _peer.ListAsync().ConfigureAwait(false);
    }
}
