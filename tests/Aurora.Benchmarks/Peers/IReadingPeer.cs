using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary>One way to read videos from the bytes of a response, and to write them.</summary>
internal interface IReadingPeer
{
    /// <returns>The list of videos, of the peer's own type.</returns>
    object Read(byte[] json);

    /// <param name="list">What <see cref="Read"/> returned.</param>
    /// <param name="json">Where to write it.</param>
    void Write(object list, Stream json);

    /// <param name="list">What <see cref="Read"/> returned.</param>
    IEnumerable<VideoFacts> Facts(object list);

    /// <param name="list">What <see cref="Read"/> returned.</param>
    /// <returns>How many addresses its videos have.</returns>
    int AskForAddresses(object list);
}
