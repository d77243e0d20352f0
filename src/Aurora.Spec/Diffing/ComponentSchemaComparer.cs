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
        foreach (var (was, now) in ListPairing.Pair([.. gone], [.. added], [SpecNode.SameValue]).Matched)
            context.Renames.TryAdd(was.Name, now.Name);
    }
}

/// <summary>Schemas that have another name in the new document, found where one place refers to both.</summary>
internal sealed class SchemaRenames
{
    private readonly Dictionary<string, string> _currentByOld = new(StringComparer.Ordinal);
    private readonly HashSet<string> _current = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> CurrentByOld => _currentByOld;

    public bool IsRenamed(string old) => _currentByOld.ContainsKey(old);

    public bool IsNewName(string current) => _current.Contains(current);

    public bool AreSame(string old, string current) => old == current || (_currentByOld.TryGetValue(old, out var renamed) && renamed == current);

    /// <returns>Whether the two names are known to be names of the same schema, before or after this call.</returns>
    public bool TryAdd(string old, string current)
    {
        if (_currentByOld.TryGetValue(old, out var known))
            return known == current;
        if (!_current.Add(current))
            return false;
        _currentByOld.Add(old, current);
        return true;
    }
}
