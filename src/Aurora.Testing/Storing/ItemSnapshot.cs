namespace Aurora.Testing.Storing;

/// <summary>A snapshot of all items of a store, in the order of the store.</summary>
internal sealed class ItemSnapshot(IReadOnlyList<StoredItem> items, Ordering ordering)
{
    private Sorted? _last;

    public IReadOnlyList<StoredItem> Items => items;

    /// <summary>Returns a JSON list of all items. The latest list is cached.</summary>
    public byte[] Body(string? requestedOrdering)
    {
        var requested = requestedOrdering ?? "";
        if (_last is { } cached && cached.Ordering == requested)
            return cached.Body;
        var body = JsonArray(Sort(items, requested));
        _last = new Sorted(requested, body);
        return body;
    }

    public IEnumerable<StoredItem> Sort(IEnumerable<StoredItem> selected, string? requestedOrdering) =>
        ordering.Apply(selected, requestedOrdering, HasField);

    public static byte[] JsonArray(IEnumerable<StoredItem> sorted)
    {
        var elements = sorted.Select(item => item.Bytes).ToList();
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

    // A test can add fields that the document does not have.
    private bool HasField(string field) => items.Any(item => item.Has(field));

    private sealed record Sorted(string Ordering, byte[] Body);
}

/// <summary>
/// Applies the query parameter <c>ordering</c> in the same way as Django REST framework: comma-separated fields, with a leading <c>-</c> for
/// descending order. Unknown fields are ignored. Without a known field, the newest item comes first.
/// </summary>
// CUSTOM: the document does not specify a default, or how nulls, ties and unknown fields are sorted.
internal sealed class Ordering(string? created)
{
    public const string Parameter = "ordering";

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
