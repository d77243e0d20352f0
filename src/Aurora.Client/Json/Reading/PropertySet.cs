namespace Aurora.Client;

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
