namespace Aurora.Benchmarks.Peers;

/// <summary>A peer that can also return the videos while the response arrives.</summary>
internal interface IStreamPeer : ICallPeer
{
    IAsyncEnumerable<object> StreamAsync();
}
