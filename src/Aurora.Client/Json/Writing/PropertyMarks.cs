using System.Collections.ObjectModel;

namespace Aurora.Client;

/// <summary>
/// The state of an object's properties: which were set, which the API sent as null although the document does not allow
/// null, and the properties that are not in the document. Only the first 64 properties need no allocation.
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

    /// <summary>The properties that the API sent as null although their type does not allow it.</summary>
    public readonly PropertySet Nulls => _rare?.Nulls ?? default;

    /// <summary>The additional properties. Without any, this is a shared, empty and read-only dictionary, so that reading it is thread-safe and allocates nothing.</summary>
    public IDictionary<string, object?> AdditionalProperties
    {
        readonly get => _rare?.AdditionalProperties ?? (IDictionary<string, object?>)Empty;
        set => (_rare ??= new Rare()).AdditionalProperties = value;
    }

    /// <summary>The additional properties in a dictionary that can be changed.</summary>
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
