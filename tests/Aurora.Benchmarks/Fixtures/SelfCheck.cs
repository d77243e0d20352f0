using Aurora.Benchmarks.Peers;
using Aurora.Benchmarks.Serving;

namespace Aurora.Benchmarks.Fixtures;

/// <summary>Checks that all peers do the same work before anything is measured.</summary>
internal static class SelfCheck
{
    private const int MeanLow = 860;
    private const int MeanHigh = 900;

    /// <exception cref="InvalidOperationException">A peer reads fewer or different videos.</exception>
    public static async Task RunAsync()
    {
        foreach (var size in VideoFixture.Sizes)
        {
            var fixture = VideoFixture.Of(size);
            Require(fixture.Json.Length / size is >= MeanLow and <= MeanHigh, $"In a list of {size}, a video has {fixture.Json.Length / size} bytes on average instead of about 880.");
            var expected = Facts(PeerNames.Aurora, fixture.Json);
            Require(expected.Count == size, $"{expected.Count} of {size} videos were read.");
            foreach (var name in PeerNames.Reading)
                Compare(name, expected, Facts(name, fixture.Json));
            foreach (var name in PeerNames.Calls)
                await CompareCallAsync(name, size, expected);
        }
    }

    private static List<VideoFacts> Facts(string name, byte[] json)
    {
        var peer = PeerFactory.Reading(name);
        // The written videos must equal those that were read.
        using var written = new MemoryStream();
        peer.Write(peer.Read(json), written);
        return [.. peer.Facts(peer.Read(written.ToArray()))];
    }

    private static async Task CompareCallAsync(string name, int size, List<VideoFacts> expected)
    {
        using var peer = PeerFactory.Calling(name, ServerProcess.Shared.Account(size));
        if (peer.Facts(await peer.ListAsync()) is { } facts)
            Compare(name, expected, [.. facts]);
        if (peer is IStreamPeer stream)
            Compare(name, expected, [.. peer.Facts(await stream.StreamAsync().ToListAsync())!]);
    }

    private static void Compare(string name, List<VideoFacts> expected, List<VideoFacts> read)
    {
        Require(read.Count == expected.Count, $"{name} read {read.Count} videos, but {PeerNames.Aurora} read {expected.Count}.");
        var different = Enumerable.Range(0, read.Count).Where(index => read[index] != expected[index]).Take(1).ToList();
        Require(different.Count == 0, different.Select(index => $"{name} read {read[index]} where {PeerNames.Aurora} read {expected[index]}.").FirstOrDefault(""));
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
