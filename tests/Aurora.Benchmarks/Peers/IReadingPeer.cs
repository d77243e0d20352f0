using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary>One way to make videos of the bytes of a response.</summary>
internal interface IReadingPeer
{
    /// <returns>The list of videos, of the peer's own type.</returns>
    object Read(byte[] json);

    /// <param name="list">What <see cref="Read"/> returned.</param>
    IEnumerable<VideoFacts> Facts(object list);

    /// <param name="list">What <see cref="Read"/> returned.</param>
    /// <returns>How many addresses its videos have.</returns>
    int AskForAddresses(object list);
}
