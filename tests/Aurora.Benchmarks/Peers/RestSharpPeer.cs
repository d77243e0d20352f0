using Aurora.Benchmarks.Fixtures;
using RestSharp;

namespace Aurora.Benchmarks.Peers;

/// <summary>RestSharp with its default serializer, which is System.Text.Json with reflection.</summary>
internal sealed class RestSharpPeer : ICallPeer
{
    private readonly HttpClient _http;
    private readonly RestClient _client;

    public RestSharpPeer(Uri address)
    {
        _http = ApiHttp.Create(address);
        _client = new RestClient(_http);
    }

    public async Task<object> ListAsync() => (await _client.GetAsync<List<Video>>(new RestRequest(ApiHttp.ListPath)).ConfigureAwait(false))!;

    public IEnumerable<VideoFacts> Facts(object list) => Video.Facts(list);

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }
}
