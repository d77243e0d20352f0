namespace Aurora.Document;

/// <summary>What was wrong with requests: the first ones, and how many there were.</summary>
internal sealed class RequestFaults
{
    private const int MostKept = 10;

    private readonly List<string> _first = [];
    private int _count;

    public void Add(SentRequest request, IEnumerable<string> faults)
    {
        if (_count++ < MostKept)
            _first.Add($"{request}: {string.Join(' ', faults)}");
    }

    /// <summary>One line for each, with these words before it. They are then gone.</summary>
    public IReadOnlyList<string> Take(string before)
    {
        List<string> lines = [.. _first.Select(line => before + line), .. _count > MostKept ? [$"{before}{_count - MostKept} more."] : (string[])[]];
        _first.Clear();
        _count = 0;
        return lines;
    }
}
