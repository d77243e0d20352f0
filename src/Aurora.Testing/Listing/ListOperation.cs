using Aurora.Testing.Serving;

namespace Aurora.Testing.Listing;

/// <summary>The operation <c>aurora_list</c>: the whole account, or the videos that <c>ids</c> names, as one JSON array.</summary>
internal sealed class ListOperation(AuroraVideoCollection videos)
{
    private const string Ids = "ids";
    private const string Ordering = "ordering";

    public static bool Knows(string queryName) => queryName is Ids or Ordering;

    public Answer Run(ReceivedRequest request)
    {
        var all = videos.Snapshot();
        IEnumerable<StoredVideo> chosen = all;
        if (request.QueryValue(Ids) is { } ids)
        {
            var filter = new IdsFilter(ids);
            if (filter.Errors.Count > 0)
            {
                return Answer.FieldErrors(Ids, filter.Errors);
            }

            chosen = all.Where(filter.Includes);
        }

        // A field is what any video has, so that one which the document gains later needs no change here.
        var sorted = Listing.Ordering.Apply(chosen, request.QueryValue(Ordering), field => all.Any(video => video.Json.ContainsKey(field)));
        return Answer.Ok($"[{string.Join(',', sorted.Select(video => video.Text))}]");
    }
}
