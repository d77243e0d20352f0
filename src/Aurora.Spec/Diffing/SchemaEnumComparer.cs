using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>The values of an enum. In C# they are members of a struct that takes any other value too.</summary>
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
            context.Report(place.Rule(was is null ? "became-enum" : "enum-removed"), was, now, place.Where, place.TypeEffect(context.Old, old, context.Current, current));
            return;
        }

        CompareMembers(was, now, current, place);
        var gone = Missing(was, now).ToList();
        var added = Missing(now, was).ToList();
        foreach (var value in gone)
            context.Report(place.Rule("enum-value-removed"), value, null, place.Where, EffectOf(value, was, current, place, CSharpEffect.Breaks, "removed"));
        foreach (var value in added)
            context.Report(place.Rule("enum-value-added"), null, value, place.Where, EffectOf(value, now, current, place, CSharpEffect.Adds, "added"));
        if (gone.Count + added.Count == 0 && !SpecNode.SameValue(was, now))
            context.Report("document-changed", was, now, place.Where, place.Subject is null ? CSharpEffect.None : CSharpEffect.Touches($"`{place.EnumOf(current)}.KnownValues` in another order"));
        context.Cover(was, now);
    }

    private void CompareMembers(SpecNode was, SpecNode now, Schema current, SchemaPlace place)
    {
        if (place.Subject is null)
            return;
        var type = place.EnumOf(current);
        var members = Members(type, now);
        foreach (var (text, member) in Members(type, was))
        {
            // Two texts that come to one name: the second has an underscore, until the first has gone.
            if (members.TryGetValue(text, out var renamed) && renamed != member)
                context.ReportAt("document-changed", was, now, text, text, place.Where, CSharpEffect.Breaks($"member `{type}.{member}` renamed: `{type}.{renamed}`"));
        }
    }

    private static IReadOnlyDictionary<string, string> Members(string type, SpecNode values) =>
        CSharpNames.Members(type, values.Children.Select(value => value.Text), isEnum: true);

    private static IEnumerable<SpecNode> Missing(SpecNode from, SpecNode other) =>
        from.Children.Where(value => other.Children.All(match => !SpecNode.SameValue(value, match)));

    private static CSharpEffect EffectOf(SpecNode value, SpecNode values, Schema schema, SchemaPlace place, Func<string, CSharpEffect> effect, string what)
    {
        if (place.Subject is null || value.Kind != SpecNodeKind.Text)
            return CSharpEffect.None;
        var type = place.EnumOf(schema);
        return effect($"member `{type}.{Members(type, values)[value.Text]}` {what}");
    }
}
