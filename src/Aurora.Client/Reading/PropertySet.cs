namespace Aurora.Client;

/// <summary>Some of the properties of one object.</summary>
internal struct PropertySet
{
    /// <summary>How many are kept without an allocation.</summary>
    public const int InWord = 64;

    private ulong _word;
    private HashSet<int>? _others;

    public PropertySet(ulong word, HashSet<int>? others) => (_word, _others) = (word, others);

    /// <summary>Those below 64, a bit for each.</summary>
    public readonly ulong Word => _word;

    /// <summary>Those from 64 on.</summary>
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
