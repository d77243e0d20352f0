namespace Aurora.Testing.Listing;

/// <summary>A snapshot of all videos in the account, in the order of the account.</summary>
internal sealed class VideoSnapshot(IReadOnlyList<StoredVideo> videos)
{
    private Sorted? _last;

    public IReadOnlyList<StoredVideo> Videos => videos;

    /// <summary>Returns a response body with all videos. The latest body is cached.</summary>
    public byte[] Body(string? ordering)
    {
        var requested = ordering ?? "";
        if (_last is { } cached && cached.Ordering == requested)
            return cached.Body;
        var body = Body(videos, requested);
        _last = new Sorted(requested, body);
        return body;
    }

    /// <summary>Returns a response body with some of the videos.</summary>
    public byte[] Body(IEnumerable<StoredVideo> selected, string? ordering) => JsonArray(Ordering.Apply(selected, ordering, HasField));

    // Looking at the videos supports fields that a later version of the document adds.
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
