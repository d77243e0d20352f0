using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary>Gets the videos from the API with one library.</summary>
internal interface ICallPeer : IDisposable
{
    /// <returns>The list of videos, in the type of the peer.</returns>
    Task<object> ListAsync();

    /// <param name="list">The result of <see cref="ListAsync"/>.</param>
    /// <returns>The values of the videos, or null if the peer does not read them.</returns>
    IEnumerable<VideoFacts>? Facts(object list);
}
