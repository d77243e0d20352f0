using System.Net.Http.Json;
using System.Text.Json;
using Aurora.Benchmarks.Fixtures;

namespace Aurora.Benchmarks.Peers;

/// <summary><see cref="HttpClient"/> and System.Text.Json with source generation, as in careful code without a library.</summary>
internal sealed class SystemTextJsonPeer(Uri address) : IStreamPeer
{
    private readonly HttpClient _http = ApiHttp.Create(address);

    public async Task<object> ListAsync() => (await _http.GetFromJsonAsync(ApiHttp.ListPath, VideoJsonContext.Default.ListVideo).ConfigureAwait(false))!;

    public IAsyncEnumerable<object> StreamAsync() => _http.GetFromJsonAsAsyncEnumerable(ApiHttp.ListPath, VideoJsonContext.Default.Video)!;

    public IEnumerable<VideoFacts> Facts(object list) => Video.Facts(list);

    public void Dispose() => _http.Dispose();

    internal sealed class Reading : IReadingPeer
    {
        public object Read(byte[] json) => JsonSerializer.Deserialize(json, VideoJsonContext.Default.ListVideo)!;

        public void Write(object list, Stream json) => JsonSerializer.Serialize(json, (List<Video>)list, VideoJsonContext.Default.ListVideo);

        public IEnumerable<VideoFacts> Facts(object list) => Video.Facts(list);

        public int AskForAddresses(object list) => ((IEnumerable<Video>)list).Sum(video => Addresses.Count(video.Audio, video.Image, video.WebhookUrl));
    }
}
