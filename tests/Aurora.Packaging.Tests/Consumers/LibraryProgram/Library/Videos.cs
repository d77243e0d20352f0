using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aurora.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Library;

public sealed class Videos(AuroraClient aurora) : IDisposable
{
    public static Videos Create(Action<AuroraClientOptions> configure)
    {
        var options = new AuroraClientOptions { TimeProvider = TimeProvider.System };
        configure(options);
        return new Videos(AuroraClient.Create(options));
    }

    public static IServiceCollection AddVideos(IServiceCollection services, Action<AuroraClientOptions> configure)
    {
        services.AddAuroraClient(configure);
        return services.AddSingleton<Videos>();
    }

    public async Task<List<Guid>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        foreach (var video in await aurora.ListAsync(AuroraOrdering.CreatedAt.Descending(), cancellationToken).ConfigureAwait(false))
            ids.Add(video.Id);
        return ids;
    }

    public async IAsyncEnumerable<AuroraFlow> StreamAsync()
    {
        await foreach (var video in aurora.StreamAsync().ConfigureAwait(false))
            yield return video;
    }

    public async Task<List<Guid>> GetManyAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        foreach (var video in (await aurora.GetManyAsync(ids, cancellationToken: cancellationToken).ConfigureAwait(false)).Videos)
            found.Add(video.Id);
        return found;
    }

    public void Dispose() => aurora.Dispose();
}
