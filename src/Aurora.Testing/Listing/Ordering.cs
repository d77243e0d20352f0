namespace Aurora.Testing.Listing;

/// <summary>
/// Applies the query parameter <c>ordering</c> in the same way as Django REST framework: comma-separated fields, with a leading <c>-</c> for
/// descending order. Unknown fields are ignored. Without a known field, the newest video comes first.
/// </summary>
internal static class Ordering
{
    // CUSTOM: the document does not specify a default, or how nulls, ties and unknown fields are sorted.
    private const string Default = "-created_at";

    /// <param name="videos">The videos to sort. The sort is stable.</param>
    /// <param name="ordering">The value of the parameter, or null if the request does not have it.</param>
    /// <param name="isField">Returns whether a field exists.</param>
    public static IEnumerable<StoredVideo> Apply(IEnumerable<StoredVideo> videos, string? ordering, Func<string, bool> isField)
    {
        var terms = (ordering ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(term => isField(Field(term))).DefaultIfEmpty(Default);

        var sorted = videos.OrderBy(_ => 0);
        foreach (var term in terms)
        {
            var field = Field(term);
            sorted = IsDescending(term)
                ? sorted.ThenByDescending(video => video.KeyBy(field))
                : sorted.ThenBy(video => video.KeyBy(field));
        }

        return sorted;
    }

    private static bool IsDescending(string term) => term.StartsWith('-');

    private static string Field(string term) => IsDescending(term) ? term[1..] : term;
}
