namespace Aurora.Client;

/// <summary>The properties of one object that have been seen.</summary>
internal struct PropertySet
{
    /// <summary>How many are kept without an allocation.</summary>
    public const int InWord = 64;

    private ulong _word;
    private HashSet<int>? _others;

    /// <summary>Those below 64, a bit for each.</summary>
    public readonly ulong Word => _word;

    public void Add(int property)
    {
        if (property < InWord)
            _word |= 1UL << property;
        else
            (_others ??= []).Add(property);
    }

    public readonly bool Contains(int property) => property < InWord ? (_word & (1UL << property)) != 0 : _others?.Contains(property) == true;
}
