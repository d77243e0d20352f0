namespace Aurora.Spec.Diffing;

/// <summary>Compares the schemas in <c>oneOf</c>, <c>anyOf</c> and <c>allOf</c>, and the discriminator that tells them apart.</summary>
internal sealed class CompositionComparer(DiffContext context, SchemaComparer schemas)
{
    private static readonly (string Key, string Rule)[] Kinds = [("oneOf", "one-of"), ("anyOf", "any-of"), ("allOf", "all-of")];

    // Keys that describe a value without restricting it.
    private static readonly HashSet<string> Annotations =
        ["title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "examples", "externalDocs", "xml"];

    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        foreach (var (key, rule) in Kinds)
        {
            var branches = Pair(Branches(context.Old, old.Core[key]), Branches(context.Current, current.Core[key]));
            foreach (var (was, now) in branches.Matched)
                schemas.Compare(was.Site, now.Site, place.Branch(key));
            foreach (var branch in branches.Removed)
                context.Report(RuleOf(branch, key, $"{rule}-removed", place), branch.Site, null, branch.ToString(), "", place.Where);
            foreach (var branch in branches.Added)
                context.Report(RuleOf(branch, key, $"{rule}-added", place), null, branch.Site, "", branch.ToString(), place.Where);
            var isReordered = branches.Matched.Any(pair => pair.Old.Site.Name != pair.Current.Site.Name);
            if (isReordered && !branches.IsChanged)
                context.ReportAt("document-changed", old.Core[key], current.Core[key], Names(branches.Matched.Select(pair => pair.Old)), Names(branches.Matched.OrderBy(pair => int.Parse(pair.Current.Site.Name, CultureInfo.InvariantCulture)).Select(pair => pair.Current)), place.Where);
            if (isReordered || branches.IsChanged)
                CoverAll(old.Core[key], current.Core[key], branches);
        }

        CompareDiscriminator(old["discriminator"], current["discriminator"], place);
    }

    /// <summary>Returns whether an object became a <c>oneOf</c> whose schemas contain its properties.</summary>
    public static bool IsWrapped(Schema old, Schema current) =>
        old["oneOf"] is null && old["properties"] is { Children.Count: > 0 } && current["oneOf"] is { Children.Count: > 0 } && current["properties"] is null;

    // Indexes differ, so the rest of each branch is compared here.
    private void CoverAll(SpecNode? old, SpecNode? current, Pairing<Schema> branches)
    {
        foreach (var (was, now) in branches.Matched)
            RemainderComparer.Compare(context, was.Site, now.Site);
        context.Cover(old, current);
    }

    private static string Names(IEnumerable<Schema> branches) => string.Join(", ", branches);

    private Pairing<Schema> Pair(IReadOnlyList<Schema> old, IReadOnlyList<Schema> current)
    {
        var pairs = ListPairing.Pair(old, current,
        [
            (was, now) => was.Name is not null && now.Name is not null && context.Renames.AreSame(was.Name, now.Name),
            (was, now) => SpecNode.SameValue(was.Core, now.Core),
            (was, now) => was["title"] is { } title && title.Text == now["title"]?.Text,
        ]);
        // If one inline schema is left on each side, they are the same schema, changed.
        return pairs is { Removed: [{ Name: null } gone], Added: [{ Name: null } added] }
            ? new Pairing<Schema>([.. pairs.Matched, (gone, added)], [], [])
            : pairs;
    }

    private static string? RuleOf(Schema branch, string key, string rule, SchemaPlace place) =>
        place.Rule(key == "allOf" && branch.Core.Children.All(child => Annotations.Contains(child.Name) || child.Name.StartsWith("x-", StringComparison.Ordinal))
            ? $"{rule}-annotation-only"
            : rule);

    private static IReadOnlyList<Schema> Branches(SpecDocument document, SpecNode? list) => [.. list?.Children.Select(branch => document.SchemaOf(branch)!) ?? []];

    private void CompareDiscriminator(SpecNode? was, SpecNode? now, SchemaPlace place)
    {
        if (was is null || now is null)
        {
            if (was is not null || now is not null)
                context.Report(place.Rule($"discriminator-{(was is null ? "added" : "removed")}"), was, now, place.Where);
            return;
        }

        if (was["propertyName"]?.Text != now["propertyName"]?.Text)
            context.Report(place.Rule("discriminator-property-name-changed"), was["propertyName"], now["propertyName"], place.Where);
        CompareMapping(was["mapping"], now["mapping"], place);
    }

    private void CompareMapping(SpecNode? old, SpecNode? current, SchemaPlace place)
    {
        foreach (var was in old?.Children ?? [])
        {
            if (current?[was.Name] is not { } now)
                context.Report(place.Rule("discriminator-mapping-deleted"), was, null, was.Name, "", place.Where);
            else if (!context.Renames.AreSame(NameOf(was), NameOf(now)))
                context.Report(place.Rule("discriminator-mapping-changed"), was, now, place.Where);
            else
                context.Cover(was, now);
        }

        foreach (var added in current?.Children.Where(value => old?[value.Name] is null) ?? [])
            context.Report(place.Rule("discriminator-mapping-added"), null, added, "", added.Name, place.Where);
        context.Cover(old, current);
    }

    private static string NameOf(SpecNode value) => value.Text[(value.Text.LastIndexOf('/') + 1)..];
}
