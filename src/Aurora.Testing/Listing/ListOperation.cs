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
        var ordering = request.QueryValue(Ordering);
        if (request.QueryValue(Ids) is not { } ids)
            return Answer.Ok(videos.List().Body(ordering));

        var filter = new IdsFilter(ids);
        if (filter.Errors.Count > 0)
            return Answer.FieldErrors(Ids, filter.Errors);

        var (account, chosen) = videos.List(filter.Ids);
        return Answer.Ok(account.Body(chosen, ordering));
    }
}
