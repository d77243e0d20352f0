using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary>Reads videos from the bytes of a response, and writes them, with one library.</summary>
internal interface IReadingPeer
{
    /// <returns>The list of videos, in the type of the peer.</returns>
    object Read(byte[] json);

    /// <param name="list">The result of <see cref="Read"/>.</param>
    /// <param name="json">Receives the JSON.</param>
    void Write(object list, Stream json);

    /// <param name="list">The result of <see cref="Read"/>.</param>
    IEnumerable<VideoFacts> Facts(object list);

    /// <param name="list">The result of <see cref="Read"/>.</param>
    /// <returns>The number of addresses in the videos.</returns>
    int AskForAddresses(object list);
}
