namespace Aurora.Cli.Terminals;

/// <summary>Collects messages and writes them when it is disposed. The members are thread-safe.</summary>
internal sealed class MessageBuffer(TextWriter output) : IDisposable
{
    private readonly Lock _lock = new();
    private List<string>? _lines = [];

    /// <summary>Adds a line. Returns false if the buffer has been disposed.</summary>
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
