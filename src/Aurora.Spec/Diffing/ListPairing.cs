namespace Aurora.Spec.Diffing;

/// <summary>Matches the items of two lists.</summary>
internal static class ListPairing
{
    /// <summary>Matches each old item with at most one new item: by the first criterion for all items, then by the next.</summary>
    public static Pairing<T> Pair<T>(IReadOnlyList<T> old, IReadOnlyList<T> current, ReadOnlySpan<Func<T, T, bool>> criteria)
        where T : class
    {
        var removed = old.ToList();
        var added = current.ToList();
        var matched = new List<(T Old, T Current)>();
        foreach (var matches in criteria)
        {
            foreach (var was in removed.ToList())
            {
                if (added.FirstOrDefault(item => matches(was, item)) is not { } now)
                    continue;
                matched.Add((was, now));
                removed.Remove(was);
                added.Remove(now);
            }
        }

        return new Pairing<T>(matched, removed, added);
    }
}

/// <summary>The items of two lists, matched.</summary>
internal sealed record Pairing<T>(IReadOnlyList<(T Old, T Current)> Matched, IReadOnlyList<T> Removed, IReadOnlyList<T> Added)
{
    public bool IsChanged => Removed.Count + Added.Count > 0;
}
