using Aurora.Spec.Documents;

namespace Aurora.Spec.Diffing;

/// <summary>
/// Compares the names of the schemas: which were added, removed, or renamed. Their contents are compared where requests and
/// responses use them.
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
            if (_current?[name] is not { } now)
                context.Report("api-schema-removed", was, null, was.Name, "", "components");
            else if (was.Name != now.Name)
                context.ReportAt("api-schema-renamed", was, now, was.Name, now.Name, "components");
        }

        foreach (var added in _current?.Children.Where(schema => _old?[schema.Name] is null && !context.Renames.IsNewName(schema.Name)) ?? [])
            context.Report("api-schema-added", null, added, "", added.Name, "components");
    }

    // Schemas that no operation uses are matched by their contents.
    private void FindRenames()
    {
        var gone = _old?.Children.Where(schema => _current?[schema.Name] is null && !context.Renames.IsRenamed(schema.Name)) ?? [];
        var added = _current?.Children.Where(schema => _old?[schema.Name] is null && !context.Renames.IsNewName(schema.Name)) ?? [];
        var byContent = added.GroupBy(CanonicalText.Of).ToDictionary(group => group.Key, group => new Queue<SpecNode>(group));
        foreach (var was in gone.ToList())
        {
            if (byContent.TryGetValue(CanonicalText.Of(was), out var same) && same.TryDequeue(out var now))
                context.Renames.TryAdd(was.Name, now.Name);
        }
    }
}
