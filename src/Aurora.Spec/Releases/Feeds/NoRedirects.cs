using System.Net;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace Aurora.Spec.Releases.Feeds;

/// <summary>Gives NuGet a handler that follows no redirect: it would send the key along, wherever that leads.</summary>
internal sealed class NoRedirects() : ResourceProvider(typeof(HttpHandlerResource), nameof(NoRedirects), before: nameof(HttpHandlerResourceV3Provider))
{
    public override Task<Tuple<bool, INuGetResource?>> TryCreate(SourceRepository source, CancellationToken token)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false };
        return Task.FromResult(Tuple.Create<bool, INuGetResource?>(true, new HttpHandlerResourceV3(handler, handler)));
    }
}
