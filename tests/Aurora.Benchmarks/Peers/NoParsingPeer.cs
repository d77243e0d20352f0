using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary>Downloads the body without parsing it, to show the cost of a call without the reading.</summary>
internal sealed class NoParsingPeer(Uri address) : ICallPeer
{
    private readonly HttpClient _http = ApiHttp.Create(address);

    public async Task<object> ListAsync()
    {
        using var response = await _http.GetAsync(ApiHttp.ListPath, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        await response.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null).ConfigureAwait(false);
        return this;
    }

    public IEnumerable<VideoFacts>? Facts(object list) => null;

    public void Dispose() => _http.Dispose();
}
