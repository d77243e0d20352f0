namespace Aurora.TestKit;

/// <summary>Collects the errors of requests. It keeps the first ones and counts the others.</summary>
internal sealed class RequestErrors
{
    private const int MaxKept = 10;

    private readonly List<string> _first = [];
    private int _count;

    public void Add(SentRequest request, IEnumerable<string> errors)
    {
        if (_count++ < MaxKept)
            _first.Add($"{request}: {string.Join(' ', errors)}");
    }

    /// <summary>Returns one line for each request, with a prefix, and clears the errors.</summary>
    public IReadOnlyList<string> Take(string prefix)
    {
        List<string> lines = [.. _first.Select(line => prefix + line), .. _count > MaxKept ? [$"{prefix}{_count - MaxKept} more."] : (string[])[]];
        _first.Clear();
        _count = 0;
        return lines;
    }
}
