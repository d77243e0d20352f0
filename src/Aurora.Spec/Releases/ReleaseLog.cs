using Aurora.Spec.Releases.Feeds;

namespace Aurora.Spec.Releases;

/// <summary>Everything that the commands and the feed say, in a file. The key is not in it.</summary>
internal sealed class ReleaseLog : IDisposable
{
    public const string File = "artifacts/release.log";

    private const int TailLength = 40;

    // Elsewhere than on Windows .NET locks a file for nothing less, and a pager can read along even so.
    private static readonly FileShare OneWriter = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;

    private readonly FeedKey? _key;
    private readonly StreamWriter _file;
    private readonly Queue<string> _tail = new();

    public ReleaseLog(Repository repository, FeedKey? key)
    {
        _key = key;
        Directory.CreateDirectory(Path.GetDirectoryName(repository.PathOf(File))!);
        try
        {
            _file = new StreamWriter(new FileStream(repository.PathOf(File), FileMode.Create, FileAccess.Write, OneWriter)) { AutoFlush = true };
        }
        catch (IOException exception)
        {
            throw new SpecException($"{File} cannot be written: {exception.Message}", "See whether another release is running, and wait for its end.");
        }
    }

    /// <summary>The last lines of what was said since <see cref="Begin"/>.</summary>
    public IReadOnlyList<string> Tail
    {
        get
        {
            lock (_tail)
                return [.. _tail];
        }
    }

    /// <summary>Begins with another step.</summary>
    public void Begin(string title)
    {
        lock (_tail)
        {
            _tail.Clear();
            _file.WriteLine($"--- {title}");
        }
    }

    public void Add(string line)
    {
        var clean = _key?.Redact(line) ?? line;
        lock (_tail)
        {
            _file.WriteLine(clean);
            _tail.Enqueue(clean);
            if (_tail.Count > TailLength)
                _tail.Dequeue();
        }
    }

    public void Dispose() => _file.Dispose();
}
