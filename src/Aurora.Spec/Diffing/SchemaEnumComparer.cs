namespace Aurora.Spec.Diffing;

/// <summary>Compares the values of an enum.</summary>
internal sealed class SchemaEnumComparer(DiffContext context)
{
    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        var was = old["enum"];
        var now = current["enum"];
        if (was is null && now is null)
            return;
        if (was is null || now is null)
        {
            context.Report(place.Rule(was is null ? "became-enum" : "enum-removed"), was, now, place.Where);
            return;
        }

        var gone = Missing(was, now).ToList();
        var added = Missing(now, was).ToList();
        foreach (var value in gone)
            context.Report(place.Rule("enum-value-removed"), value, null, place.Where);
        foreach (var value in added)
            context.Report(place.Rule("enum-value-added"), null, value, place.Where);
        if (gone.Count + added.Count == 0 && !SpecNode.SameValue(was, now))
            context.Report("document-changed", was, now, place.Where);
        context.Cover(was, now);
    }

    private static IEnumerable<SpecNode> Missing(SpecNode from, SpecNode other) =>
        from.Children.Where(value => other.Children.All(match => !SpecNode.SameValue(value, match)));
}
