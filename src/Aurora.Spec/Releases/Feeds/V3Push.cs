using System.Net;
using Aurora.Spec.Sources;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGetRepository = NuGet.Protocol.Core.Types.Repository;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>Pushes one file to an address of a feed, with the key.</summary>
internal sealed class V3Push(PackageSource source, FeedKey key, ILogger logger)
{
    private const string RunAgain = "Mend that, and run it again: it pushes what is not there yet.";

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    private readonly SourceRepository _source = NuGetRepository.CreateSource([new Lazy<INuGetResourceProvider>(() => new NoRedirects()), .. NuGetRepository.Provider.GetCoreV3()], source);

    /// <returns>False when the feed has it already.</returns>
    /// <exception cref="PushRefusal">The feed did not take it.</exception>
    public async Task<bool> PushAsync(Uri endpoint, string file, CancellationToken cancellationToken)
    {
        try
        {
            var http = await _source.GetResourceAsync<HttpSourceResource>(cancellationToken);
            var isSymbols = file.EndsWith(".snupkg", StringComparison.OrdinalIgnoreCase);
            // NuGet's push cannot be interrupted; the connection ends with the process.
            await new PackageUpdateResource(endpoint.AbsoluteUri, http!.HttpSource).PushAsync(
                [file],
                symbolSource: isSymbols ? endpoint.AbsoluteUri : "",
                timeoutInSecond: (int)Within.TotalSeconds,
                disableBuffering: false,
                getApiKey: _ => key.Reveal(),
                getSymbolApiKey: _ => key.Reveal(),
                noServiceEndpoint: true,
                skipDuplicate: false,
                allowSnupkg: isSymbols,
                allowInsecureConnections: endpoint.Scheme == Uri.UriSchemeHttp,
                logger).WaitAsync(cancellationToken);
            return true;
        }
        catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.Conflict)
        {
            return false;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refusal(endpoint, Path.GetFileName(file), exception);
        }
    }

    private PushRefusal Refusal(Uri endpoint, string file, Exception exception)
    {
        var status = (exception as HttpRequestException)?.StatusCode;
        var what = $"{file} was not pushed to {SourceAddress.NameOf(endpoint)}: {FeedError.Text(exception, key)}";
        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new PushRefusal(what, $"The feed refused the key in {FeedKey.Variable}. Set it to one that may push these packages, and run it again."),
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => new PushRefusal(what, "The key is not sent on to where the feed redirects. Tell whoever runs the feed."),
            _ => new PushRefusal(what, RunAgain, isAnswered: status is not null),
        };
    }
}
