using System.Net;

namespace Aurora.Spec.Sources;

/// <summary>Downloads a source. The request and the body together must not take longer than 30 seconds.</summary>
internal sealed class Download(HttpMessageHandler? handler, TimeProvider time) : IDisposable
{
    private const int MostRedirects = 5;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _invoker = new(handler ?? NewHandler(), disposeHandler: handler is null);

    /// <summary>Returns a handler that does not follow redirects, because it would also follow one to http on this machine.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
    };

    /// <exception cref="SpecException">The server did not respond in time, the response is incomplete, or its status is not 200.</exception>
    public async Task<ArraySegment<byte>> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Within, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var name = SourceAddress.NameOf(address);
        try
        {
            using var response = await FollowAsync(address, both.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new SpecException(
                    $"{name}: the server responded with {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + ".",
                    "Open the address in a browser, and pass the address that shows the page.");
            await using var body = await response.Content.ReadAsStreamAsync(both.Token);
            return await BoundedBytes.ReadAsync(name, body, both.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SpecException(
                $"{name}: no complete response within {Within.TotalSeconds:0} seconds.",
                "Try again later, or download the page and pass the file.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new SpecException(
                $"{name}: the download failed: {exception.Message}",
                "Check the address and the network, or download the page and pass the file.");
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<HttpResponseMessage> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        var name = SourceAddress.NameOf(address);
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd("aurora-spec");
            request.Headers.Accept.ParseAdd("text/markdown, application/yaml, application/json, */*;q=0.1");
            var response = await _invoker.SendAsync(request, cancellationToken);
            if (!IsRedirect(response.StatusCode))
                return response;

            using (response)
                address = Next(name, address, response.Headers.Location);
            if (redirects == MostRedirects)
                throw new SpecException($"{name}: more than {MostRedirects} redirects.", "Pass the address of the last redirect.");
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static Uri Next(string name, Uri address, Uri? location)
    {
        if (location is null || !Uri.TryCreate(address, location, out var next))
            throw new SpecException(
                $"{name}: the server redirects without an address.",
                "Open the address in a browser, and pass the address that shows the page.");
        if (next.Scheme != Uri.UriSchemeHttps)
            throw new SpecException(
                $"{name}: the server redirects to {SourceAddress.NameOf(next)}, which does not use https.",
                "Pass an address that only redirects to https, or download the page and pass the file.");
        if (next.UserInfo.Length > 0)
            throw new SpecException(
                $"{name}: the server redirects to an address that contains a user name or a password.",
                "Download the page, and pass it as a file or as standard input.");
        return next;
    }
}
