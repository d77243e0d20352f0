using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aurora.Client;

namespace Library;

public sealed class Videos(AuroraClient aurora)
{
    public async Task<List<Guid>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        foreach (var video in await aurora.ListAsync(AuroraOrdering.CreatedAt.Descending(), cancellationToken).ConfigureAwait(false))
            ids.Add(video.Id);
        return ids;
    }

    public async Task<List<Guid>> StreamAsync(CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        await foreach (var video in aurora.StreamAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            ids.Add(video.Id);
        return ids;
    }

    public async Task<List<Guid>> GetManyAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        foreach (var video in (await aurora.GetManyAsync(ids, cancellationToken: cancellationToken).ConfigureAwait(false)).Videos)
            found.Add(video.Id);
        return found;
    }
}
