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

        var gone = Missing(was, now).ToList();
        var added = Missing(now, was).ToList();
        foreach (var value in gone)
            context.Report(place.Rule("enum-value-removed"), value, null, place.Where, EffectOf(value, current, place, CSharpEffect.Breaks, "removed"));
        foreach (var value in added)
            context.Report(place.Rule("enum-value-added"), null, value, place.Where, EffectOf(value, current, place, CSharpEffect.Adds, "added"));
        if (gone.Count + added.Count == 0 && !SpecNode.SameValue(was, now))
            context.Report("document-changed", was, now, place.Where, place.Subject is null ? CSharpEffect.None : CSharpEffect.Touches($"`{TypeOf(current, place)}.KnownValues` in another order"));
        context.Cover(was, now);
    }

    private static IEnumerable<SpecNode> Missing(SpecNode from, SpecNode other) =>
        from.Children.Where(value => other.Children.All(match => !SpecNode.SameValue(value, match)));

    private static CSharpEffect EffectOf(SpecNode value, Schema schema, SchemaPlace place, Func<string, CSharpEffect> effect, string what)
    {
        if (place.Subject is null || value.Kind != SpecNodeKind.Text)
            return CSharpEffect.None;
        return effect($"member `{TypeOf(schema, place)}.{CSharpNames.Member(value.Text)}` {what}");
    }

    private static string TypeOf(Schema schema, SchemaPlace place) => schema.Name is { } name ? CSharpNames.Type(name) : place.InlineName;
}
