using System.Net;

namespace Aurora.Spec.Sources;

/// <summary>Fetches a source from its address, within 30 seconds from the request to the last byte.</summary>
internal sealed class Download(HttpMessageHandler? handler, TimeProvider time) : IDisposable
{
    private const int MostRedirects = 5;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _invoker = new(handler ?? NewHandler(), disposeHandler: handler is null);

    /// <summary>Follows no redirect by itself, since it would follow one to plain http on this machine.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
    };

    /// <exception cref="SpecException">The answer did not come, not in time, not whole, or is not 200.</exception>
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
                    $"{name}: the answer was {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + ".",
                    "Open the address in a browser, and give the one that shows the page.");
            await using var body = await response.Content.ReadAsStreamAsync(both.Token);
            return await BoundedBytes.ReadAsync(name, body, both.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SpecException(
                $"{name}: no whole answer within {Within.TotalSeconds:0} seconds.",
                "Try again later, or fetch the page yourself and give it as a file.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new SpecException(
                $"{name}: not fetched: {exception.Message}",
                "Check the address and the network, or fetch the page yourself and give it as a file.");
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
                throw new SpecException($"{name}: more than {MostRedirects} redirects.", "Give the address at which they end.");
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static Uri Next(string name, Uri address, Uri? location)
    {
        if (location is null || !Uri.TryCreate(address, location, out var next))
            throw new SpecException(
                $"{name}: redirected to nowhere.",
                "Open the address in a browser, and give the one that shows the page.");
        if (next.Scheme != Uri.UriSchemeHttps)
            throw new SpecException(
                $"{name}: redirected to {SourceAddress.NameOf(next)}, which is not https.",
                "Give an address that stays with https, or a file that you fetched yourself.");
        if (next.UserInfo.Length > 0)
            throw new SpecException(
                $"{name}: redirected to an address with a user name or a password in it.",
                "Fetch the page yourself, and give it as a file or as standard input.");
        return next;
    }
}
