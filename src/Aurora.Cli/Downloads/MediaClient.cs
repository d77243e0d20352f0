using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Aurora.Client;

namespace Aurora.Cli.Downloads;

/// <summary>Requests files from storage hosts. It has no keys and no cookies, so it cannot leak them.</summary>
internal sealed class MediaClient : IDisposable
{
    private const int MaxRedirects = 5;

    private static readonly HttpStatusCode[] Redirects =
    [
        HttpStatusCode.MovedPermanently,
        HttpStatusCode.Found,
        HttpStatusCode.SeeOther,
        HttpStatusCode.TemporaryRedirect,
        HttpStatusCode.PermanentRedirect,
    ];

    private readonly HttpClient _http = new(NewHandler())
    {
        // Large files take long. The reader of the body has an idle timeout.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public MediaClient() => _http.DefaultRequestHeaders.UserAgent.ParseAdd(ToolVersion.Product);

    /// <summary>Requests a file, or the rest of it, and follows redirects. Does not read the body.</summary>
    /// <exception cref="DownloadException">A redirect cannot be followed.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri address, ResumePoint? from, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = Request(address, from);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!Redirects.Contains(response.StatusCode))
                return response;
            using (response)
            {
                address = redirects < MaxRedirects
                    ? MediaAddress.Follow(address, response.Headers.Location)
                    : throw new DownloadException($"there were more than {MaxRedirects} redirects");
            }
        }
    }

    public void Dispose() => _http.Dispose();

    // The client's handler keeps loopback off the proxy, and the password of a proxy out of messages.
    private static SocketsHttpHandler NewHandler()
    {
        var handler = AuroraClient.CreateHandler();
        handler.AutomaticDecompression = DecompressionMethods.None;
        handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();
        return handler;
    }

    private static HttpRequestMessage Request(Uri address, ResumePoint? from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        // Parts of a compressed response cannot be combined.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (from is not null)
        {
            request.Headers.Range = new RangeHeaderValue(from.Position, null);
            request.Headers.IfRange = from.Validator;
        }

        return request;
    }
}
