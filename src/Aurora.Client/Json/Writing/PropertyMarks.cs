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

/// <summary>A set of properties of one object.</summary>
internal struct PropertySet
{
    /// <summary>The number of properties that need no allocation.</summary>
    public const int InWord = 64;

    private ulong _word;
    private HashSet<int>? _others;

    public PropertySet(ulong word, HashSet<int>? others) => (_word, _others) = (word, others);

    /// <summary>A bit for each of the first 64 properties.</summary>
    public readonly ulong Word => _word;

    /// <summary>The properties from index 64.</summary>
    public readonly HashSet<int>? Others => _others;

    public readonly bool HasAny => _word != 0 || _others is { Count: > 0 };

    public void Add(int property)
    {
        if (property < InWord)
            _word |= 1UL << property;
        else
            (_others ??= []).Add(property);
    }

    public readonly bool Contains(int property) => property < InWord ? (_word & (1UL << property)) != 0 : _others?.Contains(property) == true;
}
