namespace Aurora.Spec.Diffing;

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
