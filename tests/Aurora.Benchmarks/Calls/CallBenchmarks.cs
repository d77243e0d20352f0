using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Serving;
using BenchmarkDotNet.Attributes;

namespace Aurora.Benchmarks.Calls;

/// <summary>Measures a complete call over loopback HTTP.</summary>
public class CallBenchmarks
{
    // Several calls are awaited in each iteration, so that blocking on the task is a small part of the time.
    private const int CallsInARow = 16;

    private ICallPeer _few = null!;
    private ICallPeer _more = null!;
    private ICallPeer _many = null!;

    [ParamsSource(nameof(Peers))]
    public string Peer { get; set; } = "";

    public static IEnumerable<string> Peers => PeerNames.Calls;

    [GlobalSetup]
    public void Start()
    {
        _few = PeerFactory.Calling(Peer, ServerProcess.Shared.Account(VideoFixture.Small));
        _more = PeerFactory.Calling(Peer, ServerProcess.Shared.Account(VideoFixture.Medium));
        _many = PeerFactory.Calling(Peer, ServerProcess.Shared.Account(VideoFixture.Large));
    }

    [GlobalCleanup]
    public void Stop()
    {
        _few.Dispose();
        _more.Dispose();
        _many.Dispose();
    }

    [Benchmark(OperationsPerInvoke = CallsInARow)]
    public async Task List100()
    {
        for (var i = 0; i < CallsInARow; i++)
            await _few.ListAsync().ConfigureAwait(false);
    }

    [Benchmark]
    public Task List1000() => _more.ListAsync();

    [Benchmark]
    public Task List10000() => _many.ListAsync();
}
