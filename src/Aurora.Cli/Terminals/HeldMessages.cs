namespace Aurora.Cli.Terminals;

/// <summary>Messages for later. They may come from several threads.</summary>
internal sealed class HeldMessages(TextWriter output) : IDisposable
{
    private readonly Lock _lock = new();
    private List<string>? _lines = [];

    /// <summary>Keeps the line, unless it is too late for that.</summary>
    public bool TryAdd(string line)
    {
        lock (_lock)
        {
            _lines?.Add(line);
            return _lines is not null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var line in _lines ?? [])
                output.WriteLine(line);
            _lines = null;
        }
    }
}
