namespace Aurora.Spec.Diffing;

/// <summary>Compares limits of length, count, and value, and patterns.</summary>
internal sealed class SchemaLimitComparer(DiffContext context)
{
    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        Compare("max-length", "maxLength", old, current, place);
        Compare("min-length", "minLength", old, current, place, absent: 0);
        Compare("max-items", "maxItems", old, current, place);
        Compare("min-items", "minItems", old, current, place);
        Compare("max", "maximum", old, current, place, "exclusiveMaximum", exclusiveStep: -1);
        Compare("min", "minimum", old, current, place, "exclusiveMinimum", exclusiveStep: 1);
        ComparePattern(old, current, place);
    }

    private void Compare(
        string name, string key, Schema old, Schema current, SchemaPlace place, string? exclusiveKey = null, int exclusiveStep = 0, double? absent = null)
    {
        var was = Bound(old, key, exclusiveKey, exclusiveStep) ?? (absent is { } zero ? (zero, 0) : null);
        var now = Bound(current, key, exclusiveKey, exclusiveStep) ?? (absent is { } none ? (none, 0) : null);
        if (was == now)
            return;
        var what = (was, now) switch
        {
            (null, _) => "set",
            (_, null) => "unset",
            var (before, after) => after.Value.CompareTo(before.Value) > 0 ? "increased" : "decreased",
        };
        if (place.Rule($"{name}-{what}") is not { } rule)
            return;
        var keyThatDiffers = SpecNode.SameValue(old[key], current[key]) && exclusiveKey is not null ? exclusiveKey : key;
        context.Report(rule, old[keyThatDiffers], current[keyThatDiffers], Text(was), Text(now), place.Where);
        context.Cover(old[key], current[key]);
        if (exclusiveKey is not null)
            context.Cover(old[exclusiveKey], current[exclusiveKey]);
    }

    private void ComparePattern(Schema old, Schema current, SchemaPlace place)
    {
        // An empty pattern matches everything.
        var was = old["pattern"] is { Text.Length: > 0 } before ? before : null;
        var now = current["pattern"] is { Text.Length: > 0 } after ? after : null;
        if (was?.Text == now?.Text)
            return;
        var what = was is null ? "added" : now is null ? "removed" : now.Text == ".*" && place.IsRequest ? "generalized" : "changed";
        context.Report(place.Rule($"pattern-{what}"), was, now, place.Where);
    }

    // An exclusive bound is slightly tighter than an inclusive one.
    private static (double Value, int Shade)? Bound(Schema schema, string key, string? exclusiveKey, int exclusiveStep) =>
        schema[key] is { } node && SpecNumber.TryParse(node.Text, out var value) && !(key == "minItems" && value == 0)
            ? (value, exclusiveKey is not null && schema.Is(exclusiveKey) ? exclusiveStep : 0)
            : null;

    private static string Text((double Value, int Shade)? bound) => bound switch
    {
        null => "none",
        (var value, 0) => value.ToString(CultureInfo.InvariantCulture),
        var (value, shade) => $"{(shade < 0 ? "below" : "above")} {value.ToString(CultureInfo.InvariantCulture)}",
    };
}

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
