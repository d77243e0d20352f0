using Aurora.Testing.Serving;

namespace Aurora.Testing.Listing;

/// <summary>The operation <c>aurora_list</c>. It returns the whole account, or the videos in <c>ids</c>, as one JSON array.</summary>
internal sealed class ListOperation(AuroraVideoCollection videos)
{
    private const string Ids = "ids";
    private const string Ordering = "ordering";

    public static bool Knows(string queryName) => queryName is Ids or Ordering;

    public FakeResponse Run(ReceivedRequest request)
    {
        var ordering = request.GetQueryValue(Ordering);
        if (request.GetQueryValue(Ids) is not { } ids)
            return FakeResponse.Ok(videos.List().Body(ordering));

        var filter = new IdsFilter(ids);
        if (filter.Errors.Count > 0)
            return FakeResponse.FieldErrors(Ids, filter.Errors);

        var (account, selected) = videos.List(filter.Ids);
        return FakeResponse.Ok(account.Body(selected, ordering));
    }
}
