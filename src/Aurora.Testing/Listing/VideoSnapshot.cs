namespace Aurora.Testing.Listing;

/// <summary>All videos of the account at one moment, in the order of the account.</summary>
internal sealed class VideoSnapshot(IReadOnlyList<StoredVideo> videos)
{
    private Sorted? _last;

    public IReadOnlyList<StoredVideo> Videos => videos;

    /// <summary>The answer with all of them. The last one is kept, so that nothing is sorted again while nothing changes.</summary>
    public byte[] Body(string? ordering)
    {
        var wanted = ordering ?? "";
        if (_last is { } kept && kept.Ordering == wanted)
            return kept.Body;
        var body = Body(videos, wanted);
        _last = new Sorted(wanted, body);
        return body;
    }

    /// <summary>The answer with some of them.</summary>
    public byte[] Body(IEnumerable<StoredVideo> chosen, string? ordering) => JsonArray(Ordering.Apply(chosen, ordering, HasField));

    // A field is what any video has, so that one which the document gains later needs no change here.
    private bool HasField(string field) => videos.Any(video => video.Has(field));

    private static byte[] JsonArray(IEnumerable<StoredVideo> sorted)
    {
        var elements = sorted.Select(video => video.Bytes).ToList();
        var body = new byte[elements.Sum(element => element.Length) + Math.Max(elements.Count - 1, 0) + 2];
        var end = 0;
        foreach (var element in elements)
        {
            body[end++] = (byte)',';
            element.CopyTo(body, end);
            end += element.Length;
        }

        body[0] = (byte)'[';
        body[^1] = (byte)']';
        return body;
    }

    private sealed record Sorted(string Ordering, byte[] Body);
}
