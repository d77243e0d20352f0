using Aurora.Benchmarks.Fixtures;
using Refit;

namespace Aurora.Benchmarks.Peers;

/// <summary>A Refit interface with its default settings.</summary>
internal sealed class RefitPeer : ICallPeer
{
    private readonly HttpClient _http;
    private readonly IAuroraVideos _client;

    public RefitPeer(Uri address)
    {
        _http = ApiHttp.Create(address);
        _client = RestService.For<IAuroraVideos>(_http);
    }

    internal interface IAuroraVideos
    {
        [Get("/" + ApiHttp.ListPath)]
        Task<List<Video>> ListAsync(string? ids = null, string? ordering = null);
    }

    public async Task<object> ListAsync() => await _client.ListAsync().ConfigureAwait(false);

    public IEnumerable<VideoFacts> Facts(object list) => Video.Facts(list);

    public void Dispose() => _http.Dispose();
}
