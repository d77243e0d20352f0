using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary>One way to get the videos from the API.</summary>
internal interface ICallPeer : IDisposable
{
    /// <returns>The list of videos, of the peer's own type.</returns>
    Task<object> ListAsync();

    /// <param name="list">What <see cref="ListAsync"/> returned.</param>
    /// <returns>Null for who does not read them.</returns>
    IEnumerable<VideoFacts>? Facts(object list);
}
