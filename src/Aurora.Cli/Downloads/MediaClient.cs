using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Aurora.Client;

namespace Aurora.Cli.Downloads;

/// <summary>Asks storage hosts for files. It knows no keys and no cookies, so that it cannot give any away.</summary>
internal sealed class MediaClient : IDisposable
{
    private const int MostRedirects = 5;

    private static readonly HttpStatusCode[] Redirects =
    [
        HttpStatusCode.MovedPermanently, HttpStatusCode.Found, HttpStatusCode.SeeOther, HttpStatusCode.TemporaryRedirect, HttpStatusCode.PermanentRedirect,
    ];

    private readonly HttpClient _http = new(NewHandler())
    {
        // What may take long is the body, and whoever reads it watches its pauses.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public MediaClient() => _http.DefaultRequestHeaders.UserAgent.ParseAdd(ToolVersion.Product);

    /// <summary>Asks for a file, from a point on or whole, and follows redirects. The body has not been read.</summary>
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
                address = redirects < MostRedirects ? MediaAddress.Follow(address, response.Headers.Location) : throw new DownloadException($"more than {MostRedirects} redirects");
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
        // Of a compressed answer the parts would not fit together.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (from is not null)
        {
            request.Headers.Range = new RangeHeaderValue(from.Position, null);
            request.Headers.IfRange = from.Validator;
        }

        return request;
    }
}
