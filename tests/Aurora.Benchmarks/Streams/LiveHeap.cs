using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Report;
using Aurora.Benchmarks.Running;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Streams;

/// <summary>Measures the growth of the live heap during a stream of 100,000 videos. Peers without streams hold the whole list.</summary>
internal sealed class LiveHeap : IProbe
{
    private const double Most = 0.1 * 1024 * 1024;
    private const int Between = VideoFixture.Huge / 20;

    public string What => "StreamAsync, 100,000 videos, growth of the live heap (peers without streams: including the list)";

    public async Task<IReadOnlyList<Row>> MeasureAsync(RunOptions options)
    {
        var growth = new Dictionary<string, double>();
        foreach (var name in PeerNames.Calls.Except([PeerNames.NoParsing]))
        {
            // The first call loads code and fills pools, whatever its length.
            await GrowthAsync(name, VideoFixture.Medium);
            growth[name] = await GrowthAsync(name, VideoFixture.Huge);
        }

        var ours = growth[PeerNames.Aurora];
        var verdict = new Verdict($"{Figures.Bytes(ours)}; goal ≤ {Figures.Bytes(Most)}", ours <= Most);
        return [Row.Of(What, growth, Figures.Bytes, verdict)];
    }

    private static async Task<double> GrowthAsync(string name, int size)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var peer = PeerFactory.Calling(name, ServerProcess.Shared.Account(size));
        var most = peer is IStreamPeer stream ? await MostWhileStreamingAsync(stream) : await WithListAsync(peer);
        return most - before;
    }

    private static async Task<long> MostWhileStreamingAsync(IStreamPeer peer)
    {
        var most = 0L;
        var count = 0;
        await foreach (var _ in peer.StreamAsync())
        {
            if (count++ % Between == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }

        return most;
    }

    private static async Task<long> WithListAsync(ICallPeer peer)
    {
        var list = await peer.ListAsync();
        var alive = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(list);
        return alive;
    }
}
