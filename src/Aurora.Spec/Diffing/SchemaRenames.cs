using System.Text.RegularExpressions;
using Aurora.Spec.CSharp;

namespace Aurora.Spec.Diffing;

/// <summary>Schemas that stand under another name in the new document, found where one place refers to both.</summary>
internal sealed class SchemaRenames
{
    private readonly Dictionary<string, string> _currentByOld = new(StringComparer.Ordinal);
    private readonly HashSet<string> _current = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> CurrentByOld => _currentByOld;

    /// <summary>A C# type of the old document, by the names that its parts have now.</summary>
    public string Apply(string type) => _currentByOld.Aggregate(type, (text, rename) =>
        Regex.Replace(text, $@"\b{CSharpNames.Type(rename.Key)}\b", CSharpNames.Type(rename.Value), RegexOptions.None));

    public bool IsRenamed(string old) => _currentByOld.ContainsKey(old);

    public bool IsNewName(string current) => _current.Contains(current);

    /// <returns>Whether the two are, or now become, one schema with two names.</returns>
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
