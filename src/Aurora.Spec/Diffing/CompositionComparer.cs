using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary><c>oneOf</c>, <c>anyOf</c>, and an <c>allOf</c> of several.</summary>
internal sealed class CompositionComparer(DiffContext context, SchemaComparer schemas)
{
    private static readonly (string Key, string Rule)[] Kinds = [("oneOf", "one-of"), ("anyOf", "any-of"), ("allOf", "all-of")];

    public void Compare(Schema old, Schema current, SchemaPlace place)
    {
        foreach (var (key, rule) in Kinds)
        {
            var was = Branches(context.Old, old.Core[key]);
            var now = Branches(context.Current, current.Core[key]);
            foreach (var (branch, schema) in was)
            {
                if (now.FirstOrDefault(other => IsSame(schema, other.Schema)) is { Site: { } same })
                    schemas.Compare(branch, same, place.Branch(key, place.ClassOf(current)));
                else
                    context.Report(place.Rule($"{rule}-removed"), branch, null, schema.ToString(), "", place.Where, Effect(place));
            }

            foreach (var (branch, schema) in now.Where(branch => was.All(other => !IsSame(other.Schema, branch.Schema))))
                context.Report(place.Rule($"{rule}-added"), null, branch, "", schema.ToString(), place.Where, Effect(place));
            if (was.Count != now.Count)
                context.Cover(old.Core[key], current.Core[key]);
        }
    }

    private static List<(SpecNode Site, Schema Schema)> Branches(Side side, SpecNode? list) =>
        [.. list?.Children.Select(branch => (branch, side.SchemaOf(branch)!)) ?? []];

    private bool IsSame(Schema old, Schema current) => old.Name is not null || current.Name is not null
        ? old.Name == current.Name || (old.Name is not null && context.Renames.CurrentByOld.TryGetValue(old.Name, out var renamed) && renamed == current.Name)
        : SpecNode.SameValue(old.Site, current.Site) || (old.Type == current.Type && old.Type != "" && old.Site.Name == current.Site.Name);

    private static CSharpEffect Effect(SchemaPlace place) =>
        place.Subject is null ? CSharpEffect.None : CSharpEffect.Touches($"the type of {place.Subject} may change: the API snapshot tells");
}
