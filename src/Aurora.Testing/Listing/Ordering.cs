namespace Aurora.Testing.Listing;

/// <summary>
/// The query parameter <c>ordering</c>, as Django REST framework reads it: fields between commas, a leading <c>-</c> for
/// descending, fields that nobody knows left out, and the newest video first when none remains.
/// </summary>
internal static class Ordering
{
    // CUSTOM: the document names no default and does not say how null, ties or unknown fields are treated.
    private const string Default = "-created_at";

    /// <param name="videos">The videos to sort. Those that tie keep their order.</param>
    /// <param name="ordering">The text of the parameter, or null if the request has none.</param>
    /// <param name="isField">Whether a field exists.</param>
    public static IEnumerable<StoredVideo> Apply(IEnumerable<StoredVideo> videos, string? ordering, Func<string, bool> isField)
    {
        var terms = (ordering ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(term => isField(Field(term))).DefaultIfEmpty(Default);

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
