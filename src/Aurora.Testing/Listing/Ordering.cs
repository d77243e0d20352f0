using Aurora.Testing.Storing;

namespace Aurora.Testing.Listing;

/// <summary>
/// Applies the query parameter <c>ordering</c> in the same way as Django REST framework: comma-separated fields, with a leading <c>-</c> for
/// descending order. Unknown fields are ignored. Without a known field, the newest item comes first.
/// </summary>
/// <param name="created">The field with the time at which an item was created, or null.</param>
// CUSTOM: the document does not specify a default, or how nulls, ties and unknown fields are sorted.
internal sealed class Ordering(string? created)
{
    public const string Parameter = "ordering";

    /// <param name="items">The items to sort. The sort is stable.</param>
    /// <param name="ordering">The value of the parameter, or null if the request does not have it.</param>
    /// <param name="isField">Returns whether a field exists.</param>
    public IEnumerable<StoredItem> Apply(IEnumerable<StoredItem> items, string? ordering, Func<string, bool> isField)
    {
        var terms = (ordering ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(term => isField(Field(term))).DefaultIfEmpty($"-{created}");

        var sorted = items.OrderBy(_ => 0);
        foreach (var term in terms)
        {
            var field = Field(term);
            sorted = IsDescending(term)
                ? sorted.ThenByDescending(item => item.KeyBy(field))
                : sorted.ThenBy(item => item.KeyBy(field));
        }

        return sorted;
    }

    private static bool IsDescending(string term) => term.StartsWith('-');

    private static string Field(string term) => IsDescending(term) ? term[1..] : term;
}
