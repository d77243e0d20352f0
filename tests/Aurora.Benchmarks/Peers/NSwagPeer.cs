using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers.NSwagDefault;
using Newtonsoft.Json;

namespace Aurora.Benchmarks.Peers;

/// <summary>The client that NSwag generates with its default settings.</summary>
internal sealed class NSwagPeer : ICallPeer
{
    private readonly HttpClient _http;
    private readonly NSwagClient _client;

    public NSwagPeer(Uri address)
    {
        _http = ApiHttp.Create(address);
        _client = new NSwagClient(address.AbsoluteUri, _http);
    }

    public async Task<object> ListAsync() => await _client.ListAsync(null, null).ConfigureAwait(false);

    public IEnumerable<VideoFacts> Facts(object list) => FactsOf(list);

    public void Dispose() => _http.Dispose();

    private static IEnumerable<VideoFacts> FactsOf(object list) => ((IEnumerable<AuroraFlow>)list).Select(video => VideoFacts.Of(
        video.Id, video.Created_at, video.Name, video.Audio, video.Text_prompt, video.Status.ToString(), video.Credits_used, video.Failed_reason, video.Media_job, video.Webhook_url));

    /// <summary>Reads a response as the generated client does.</summary>
    internal sealed class Reading() : NSwagClient("", new HttpClient()), IReadingPeer
    {
        private static readonly Dictionary<string, IEnumerable<string>> NoHeaders = [];

        public object Read(byte[] json)
        {
            using var response = new HttpResponseMessage { Content = new ByteArrayContent(json) };
            return ReadObjectResponseAsync<ICollection<AuroraFlow>>(response, NoHeaders, CancellationToken.None).GetAwaiter().GetResult().Object;
        }

        public void Write(object list, Stream json)
        {
            using var text = new StreamWriter(json, leaveOpen: true);
            JsonSerializer.Create(JsonSerializerSettings).Serialize(text, list);
        }

        public IEnumerable<VideoFacts> Facts(object list) => FactsOf(list);

        public int AskForAddresses(object list) => ((IEnumerable<AuroraFlow>)list).Sum(video => Addresses.Count(video.Audio, video.Image, video.Webhook_url));
    }
}
