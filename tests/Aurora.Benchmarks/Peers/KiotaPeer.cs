using Aurora.Benchmarks.Fixtures;
using Aurora.Benchmarks.Peers.KiotaDefault;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Aurora.Benchmarks.Peers;

/// <summary>The client that Kiota generates with its default settings, with Kiota's default handlers.</summary>
internal sealed class KiotaPeer : ICallPeer
{
    private readonly HttpClient _http;
    private readonly HttpClientRequestAdapter _adapter;
    private readonly KiotaClient _client;

    public KiotaPeer(Uri address)
    {
        _http = ApiHttp.AddKeys(KiotaClientFactory.Create());
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: _http) { BaseUrl = address.AbsoluteUri.TrimEnd('/') };
        _client = new KiotaClient(_adapter);
    }

    public async Task<object> ListAsync() => (await _client.Api.Aurora.EmptyPathSegment.GetAsync().ConfigureAwait(false))!;

    public IEnumerable<VideoFacts> Facts(object list) => ((IEnumerable<KiotaDefault.Models.AuroraFlow>)list).Select(video => VideoFacts.Of(
        video.Id!.Value, video.CreatedAt!.Value, video.Name, new Uri(video.Audio!), video.TextPrompt, video.Status!.Value.ToString(), video.CreditsUsed!.Value,
        video.FailedReason!, video.MediaJob, video.WebhookUrl is { } webhook ? new Uri(webhook) : null));

    public void Dispose()
    {
        _adapter.Dispose();
        _http.Dispose();
    }
}
