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
            return await SourceContent.ReadAsync(name, body, both.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SpecException($"{name}: no complete response within {Within.TotalSeconds:0} seconds.", "Try again later, or download the page and pass the file.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new SpecException($"{name}: the download failed: {exception.Message}", "Check the address and the network, or download the page and pass the file.");
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
            throw new SpecException($"{name}: the server redirects without an address.", "Open the address in a browser, and pass the address that shows the page.");
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

/// <summary>Validates the address of a source: https, or http on this machine.</summary>
internal static class SourceAddress
{
    public static Uri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0 && address.Scheme != Uri.UriSchemeFile)
            throw new SpecException("The source is not a valid address.", "Pass an address such as https://host/path.");
        // This message does not show the password either, because messages end up in logs.
        if (address.UserInfo.Length > 0)
            throw new SpecException($"{NameOf(address)}: the address contains a user name or a password.", "Download the page, and pass it as a file or as standard input.");
        if (IsPrivate(address))
            return address;
        throw new SpecException(
            $"{NameOf(address)}: only https:// is supported, and http:// on this machine.",
            address.IsFile ? "Pass the path without file://." : "Pass the https:// address, or download the page and pass the file.");
    }

    /// <summary>Returns whether the connection to the address cannot be intercepted.</summary>
    public static bool IsPrivate(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Returns the address for a message, without user, query and fragment, because they can contain secrets.</summary>
    public static string NameOf(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
