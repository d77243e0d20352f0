using Aurora.Benchmarks.Fixtures;
using Flurl.Http;

namespace Aurora.Benchmarks.Peers;

/// <summary>Flurl.Http with its default serializer, which is System.Text.Json with reflection.</summary>
internal sealed class FlurlPeer : ICallPeer
{
    private readonly FlurlClient _client;

    public FlurlPeer(Uri address) => _client = new FlurlClient(ApiHttp.Create(address));

    public async Task<object> ListAsync() => await _client.Request(ApiHttp.ListPath).GetJsonAsync<List<Video>>().ConfigureAwait(false);

    public IEnumerable<VideoFacts> Facts(object list) => Video.Facts(list);

    public void Dispose() => _client.Dispose();
}
