using System.Collections.ObjectModel;

namespace Aurora.Client;

/// <summary>
/// What an object knows of its properties beside their values: which were set, which the API sent as null where the document allows
/// none, and what the document does not name. A bit for each of 64 properties; the rest takes memory only where there is any.
/// </summary>
internal struct PropertyMarks
{
    private static readonly ReadOnlyDictionary<string, object?> Empty = new(new Dictionary<string, object?>());

    private ulong _values;
    private Rare? _rare;

    /// <summary>The properties that were set.</summary>
    public PropertySet Values
    {
        readonly get => new(_values, _rare?.MoreValues);
        set
        {
            _values = value.Word;
            if (value.Others is { } others)
                (_rare ??= new Rare()).MoreValues = others;
        }
    }

    /// <summary>The properties that came as null although their type has none.</summary>
    public readonly PropertySet Nulls => _rare?.Nulls ?? default;

    /// <summary>Empty and read-only where nothing was put into it, so that threads can share it and reading allocates nothing.</summary>
    public IDictionary<string, object?> AdditionalProperties
    {
        readonly get => _rare?.AdditionalProperties ?? (IDictionary<string, object?>)Empty;
        set => (_rare ??= new Rare()).AdditionalProperties = value;
    }

    /// <summary>The same, to put something into.</summary>
    public IDictionary<string, object?> Unknown => (_rare ??= new Rare()).AdditionalProperties ??= new Dictionary<string, object?>();

    public void Add(int property)
    {
        if (property < PropertySet.InWord)
            _values |= 1UL << property;
        else
            ((_rare ??= new Rare()).MoreValues ??= []).Add(property);
    }

    public void AddNull(int property) => (_rare ??= new Rare()).Nulls.Add(property);

    private sealed class Rare
    {
        public PropertySet Nulls;
        public HashSet<int>? MoreValues;
        public IDictionary<string, object?>? AdditionalProperties;
    }
}
