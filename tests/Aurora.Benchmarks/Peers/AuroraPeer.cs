using System.Text.Json;
using Aurora.Benchmarks.Fixtures;
using Aurora.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aurora.Benchmarks.Peers;

/// <summary>The Aurora client with its default options, including resilience and drift reports.</summary>
internal sealed class AuroraPeer(Uri address) : IStreamPeer
{
    private readonly AuroraClient _client = address.Scheme == Uri.UriSchemeHttps
        ? AuroraClient.Create(Options(address), ApiHttp.Trusting(AuroraClient.CreateHandler()))
        : AuroraClient.Create(Options(address));

    public static AuroraClientOptions Options(Uri address) => new() { ApiId = ApiHttp.ApiId, ApiKey = ApiHttp.ApiKey, BaseAddress = address };

    public async Task<object> ListAsync() => await _client.ListAsync().ConfigureAwait(false);

    public IAsyncEnumerable<object> StreamAsync() => _client.StreamAsync();

    public IEnumerable<VideoFacts> Facts(object list) => FactsOf(list);

    public void Dispose() => _client.Dispose();

    private static IEnumerable<VideoFacts> FactsOf(object list) => ((IEnumerable<object>)list).Cast<AuroraFlow>().Select(video => VideoFacts.Of(
        video.Id, video.CreatedAt, video.Name, video.Audio, video.TextPrompt, video.Status.Value, video.CreditsUsed, video.FailedReason, video.MediaJob, video.WebhookUrl));

    /// <summary>Reads a response as <see cref="AuroraClient.ListAsync(CancellationToken)"/> does.</summary>
    internal sealed class Reading : IReadingPeer
    {
        private readonly AuroraClientOptions _options = Options(AuroraApi.DefaultBaseAddress);
        private readonly AuroraRequest _request = new("aurora_list", "GET", ApiHttp.ListPath);
        private readonly DriftReporter _drift;

        public Reading() => _drift = new DriftReporter(() => _options, NullLogger.Instance);

        public object Read(byte[] json)
        {
            using var call = new AuroraCall(_request, _options, new CallLifetime(default, default));
            using var response = new HttpResponseMessage { Content = new ByteArrayContent(json) };
            return ResponseReader.ReadListAsync<AuroraFlow>(call, response, JsonValue.Read, _drift, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }

        public void Write(object list, Stream json) => JsonSerializer.Serialize(json, (IReadOnlyList<AuroraFlow>)list, AuroraJsonContext.Default.IReadOnlyListAuroraFlow);

        public IEnumerable<VideoFacts> Facts(object list) => FactsOf(list);

        public int AskForAddresses(object list) => ((IEnumerable<AuroraFlow>)list).Sum(video => Addresses.Count(video.Audio, video.Image, video.WebhookUrl));
    }
}
