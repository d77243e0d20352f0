namespace Aurora.Client;

/// <summary>Cuts any number of ids into requests.</summary>
internal static class IdBatch
{
    /// <summary>Takes ids only when a batch is asked for; an id that is twice in a batch is in it once.</summary>
    public static IEnumerable<IReadOnlyList<Guid>> Split(IEnumerable<Guid> ids)
    {
        var batch = new List<Guid>(AuroraApi.MaxIds);
        var seen = new HashSet<Guid>();
        foreach (var id in ids)
        {
            if (seen.Add(id))
                batch.Add(id);
            if (batch.Count < AuroraApi.MaxIds)
                continue;
            yield return batch;
            batch = new List<Guid>(AuroraApi.MaxIds);
            seen.Clear();
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>The videos in the order of the ids, and the ids that have none.</summary>
    public static AuroraVideos Match(IReadOnlyList<Guid> ids, IReadOnlyList<AuroraFlow> answer)
    {
        var found = new Dictionary<Guid, AuroraFlow>();
        foreach (var video in answer)
            found[video.Id] = video;
        return new AuroraVideos([.. ids.Where(found.ContainsKey).Select(id => found[id])], [.. ids.Where(id => !found.ContainsKey(id))]);
    }
}
