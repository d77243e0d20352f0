namespace Aurora.Benchmarks.Peers;

/// <summary>One that can also hand out the videos one by one, while the response arrives.</summary>
internal interface IStreamPeer : ICallPeer
{
    IAsyncEnumerable<object> StreamAsync();
}
