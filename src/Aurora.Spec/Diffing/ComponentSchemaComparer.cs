using Aurora.Spec.CSharp;
using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>
/// The schemas by their names, which are the names of types in C#: which came, which went, which are the same under another
/// name. A schema that no operation uses is compared too, for the generator writes a type for it all the same.
/// </summary>
internal sealed class ComponentSchemaComparer(DiffContext context)
{
    private readonly SpecNode? _old = context.Old.Root.At("components", "schemas");
    private readonly SpecNode? _current = context.Current.Root.At("components", "schemas");

    public void Compare()
    {
        FindRenames();
        foreach (var was in _old?.Children ?? [])
        {
            var name = context.Renames.CurrentByOld.GetValueOrDefault(was.Name, was.Name);
            if (_current?[name] is { } now)
                CompareSchema(was, now);
            else
                context.Report("api-schema-removed", was, null, was.Name, "", "components", HasType(context.Old, was) ? CSharpEffect.Breaks($"type `{CSharpNames.Type(was.Name)}` removed") : CSharpEffect.None);
        }

        foreach (var added in _current?.Children.Where(schema => _old?[schema.Name] is null && !context.Renames.IsNewName(schema.Name)) ?? [])
            context.Report("api-schema-added", null, added, "", added.Name, "components", HasType(context.Current, added) ? CSharpEffect.Adds($"type `{CSharpNames.Type(added.Name)}` added") : CSharpEffect.None);
    }

    private void CompareSchema(SpecNode was, SpecNode now)
    {
        if (was.Name != now.Name)
            context.ReportAt("api-schema-renamed", was, now, was.Name, now.Name, "components", RenameEffect(was.Name, now.Name));
        new SchemaComparer(context).Compare(was, now, new SchemaPlace(
            "response-property", CSharpNames.Type(now.Name), $"type `{CSharpNames.Type(now.Name)}`", InlineNames.Both(CSharpNames.Type(now.Name)), Slot.Nothing, true, true));
        CompareType(was, now);
    }

    private void CompareType(SpecNode was, SpecNode now)
    {
        var type = CSharpNames.Type(now.Name);
        // In C# what a video has is also what videos can be ordered by.
        var with = type == "AuroraFlow" ? ", with type `AuroraOrdering`" : "";
        if (HasType(context.Old, was) != HasType(context.Current, now))
            context.ReportAt("document-changed", was, now, was.Name, now.Name, "components", HasType(context.Old, was)
                ? CSharpEffect.Breaks($"type `{type}` removed{with}: nothing is left that needs one")
                : CSharpEffect.Adds($"type `{type}` added{with}"));
    }

    private static CSharpEffect RenameEffect(string old, string current) => CSharpNames.Type(old) == CSharpNames.Type(current)
        ? CSharpEffect.None with { Text = $"none: the type is `{CSharpNames.Type(current)}` under either name" }
        : CSharpEffect.Breaks($"type `{CSharpNames.Type(old)}` renamed: `{CSharpNames.Type(current)}`");

    // Those that no operation refers to: by the name that both have in C#, else by what they say.
    private void FindRenames()
    {
        var gone = _old?.Children.Where(schema => _current?[schema.Name] is null && !context.Renames.IsRenamed(schema.Name)).ToList() ?? [];
        var added = _current?.Children.Where(schema => _old?[schema.Name] is null && !context.Renames.IsNewName(schema.Name)).ToList() ?? [];
        var byName = added.GroupBy(schema => CSharpNames.Type(schema.Name)).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single());
        var byContent = added.GroupBy(CanonicalText.Of).ToDictionary(group => group.Key, group => new Queue<SpecNode>(group));
        foreach (var was in gone)
        {
            if (byName.TryGetValue(CSharpNames.Type(was.Name), out var now) && context.Renames.TryAdd(was.Name, now.Name))
                continue;
            if (!byContent.TryGetValue(CanonicalText.Of(was), out var same))
                continue;
            while (same.TryDequeue(out now) && !context.Renames.TryAdd(was.Name, now.Name))
            {
            }
        }
    }

    private static bool HasType(Side side, SpecNode schema) => side.SchemaOf(schema) is { } found && CSharpTypes.HasType(found);
}
