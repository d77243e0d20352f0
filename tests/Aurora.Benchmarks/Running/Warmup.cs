using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Running;

/// <summary>Waits until the JIT has compiled the code of all peers and of the server, so that the first peer has no disadvantage.</summary>
internal static class Warmup
{
    // The JIT optimizes the hottest loops only after well over a thousand calls.
    private const int Repetitions = 2000;

    public static async Task RunAsync()
    {
        var json = VideoFixture.Of(VideoFixture.Small).Json;
        foreach (var peer in PeerNames.Reading.Select(PeerFactory.Reading))
            await RepeatAsync(() => Task.FromResult(ReadAndWrite(peer, json)));
        foreach (var name in PeerNames.Calls)
        {
            using var peer = PeerFactory.Calling(name, ServerProcess.Shared.Account(VideoFixture.Small));
            await RepeatAsync(peer.ListAsync);
        }
    }

    private static object ReadAndWrite(IReadingPeer peer, byte[] json)
    {
        var list = peer.Read(json);
        peer.Write(list, Stream.Null);
        return list;
    }

    private static async Task RepeatAsync(Func<Task<object>> operation)
    {
        for (var i = 0; i < Repetitions; i++)
            await operation();
    }
}
