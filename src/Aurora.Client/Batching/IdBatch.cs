namespace Aurora.Client;

/// <summary>
/// The ids of one request out of several. Its type tells the client not to wait when the API throttles the request: the call waits,
/// because it must delay its other requests as well.
/// </summary>
internal sealed class IdBatch() : List<Guid>(AuroraApi.MaxIds)
{
    /// <summary>Gets or sets the tally of the call to which the batch belongs.</summary>
    public CallTally? Tally { get; set; }

    /// <summary>Splits any number of ids into batches. Ids are read only when a batch is needed. Duplicates within a batch are removed.</summary>
    public static IEnumerable<IdBatch> Split(IEnumerable<Guid> ids)
    {
        var batch = new IdBatch();
        var seen = new HashSet<Guid>();
        foreach (var id in ids)
        {
            if (seen.Add(id))
                batch.Add(id);
            if (batch.Count < AuroraApi.MaxIds)
                continue;
            yield return batch;
            batch = [];
            seen.Clear();
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>Orders the videos of a response by their ids, and finds the ids that have no video.</summary>
    public static AuroraBatchResult Match(IReadOnlyList<Guid> ids, IReadOnlyList<AuroraFlow> answer)
    {
        var found = new Dictionary<Guid, AuroraFlow>();
        foreach (var video in answer)
            found[video.Id] = video;
        return new AuroraBatchResult([.. ids.Where(found.ContainsKey).Select(id => found[id])], [.. ids.Where(id => !found.ContainsKey(id))]);
    }
}
