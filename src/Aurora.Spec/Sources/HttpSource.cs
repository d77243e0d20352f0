using System.Net;

namespace Aurora.Spec.Sources;

/// <summary>A document at an address. No key is sent: the vendor's pages are public.</summary>
internal sealed class HttpSource(TimeProvider clock)
{
    private const int MostRedirects = 5;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public static bool IsAddress(string source) =>
        source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="SpecException">There is no document at the address: no answer, an error, a way that is not safe.</exception>
    public async Task<byte[]> ReadAsync(string source, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address))
            throw new SpecException($"{source}: it is not an address.", "An address is https://, a host and a path.");
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await FollowAsync(source, address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SpecException($"{source}: no answer within {Timeout.TotalSeconds} seconds.", "Try again, or save the page and name the file.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new SpecException($"{source}: cannot be reached: {exception.Message}", "Is the address right? Or save the page and name the file.");
        }
    }

    private static async Task<byte[]> FollowAsync(string source, Uri address, CancellationToken cancellationToken)
    {
        // Redirects are followed here, one by one: HttpClient's own would not say that one leads away from https.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };
        using var http = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
                throw new SpecException($"{source}: {address.GetLeftPart(UriPartial.Authority)} is not https.", "Somebody on the way could change the document. Use https, or save the page and name the file.");
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.Headers.Location is { } location && (int)response.StatusCode is >= 300 and < 400)
            {
                address = new Uri(address, location);
                continue;
            }

            if (response.StatusCode != HttpStatusCode.OK)
                throw new SpecException($"{source}: the server answers {(int)response.StatusCode} {response.ReasonPhrase}.", "Is the address right? Look at it in a browser.");
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await BoundedStream.ReadAsync(body, source, cancellationToken);
        }

        throw new SpecException($"{source}: it leads on more than {MostRedirects} times.", "Is the address right? Look at it in a browser.");
    }
}
