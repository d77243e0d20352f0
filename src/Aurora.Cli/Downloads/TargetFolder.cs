using System.Collections.Concurrent;

namespace Aurora.Cli.Downloads;

/// <summary>The folder for the downloads. Nothing is written outside of it.</summary>
internal sealed class TargetFolder
{
    private readonly string _root;
    private readonly string _displayPath;

    public TargetFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new UsageException("--to requires the path of a folder.");
        _displayPath = path;
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Record = new DownloadRecord(_root);
    }

    public DownloadRecord Record { get; }

    public void Create()
    {
        try
        {
            Directory.CreateDirectory(_root);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{_displayPath}' for --to cannot be created: {exception.Message}");
        }
    }

    /// <summary>Returns the full path of a file and creates its subfolders.</summary>
    /// <exception cref="IOException">The path is outside of the folder or contains a symbolic link.</exception>
    public string Prepare(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_root, name));
        if (!path.StartsWith(Path.EndsInDirectorySeparator(_root) ? _root : _root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new IOException($"'{name}' is outside of {_displayPath}");

        var folder = _root;
        foreach (var segment in Path.GetRelativePath(_root, path).Split(Path.DirectorySeparatorChar)[..^1])
        {
            folder = Path.Combine(folder, segment);
            if (new DirectoryInfo(folder).LinkTarget is not null)
                throw new IOException($"{folder} is a symbolic link, which may point outside of {_displayPath}");
            Directory.CreateDirectory(folder);
        }

        return path;
    }
}

/// <summary>
/// Remembers in a hidden file of the target folder which video each file belongs to, for names that do not contain the id. Several downloads and
/// processes can use it at the same time.
/// </summary>
internal sealed class DownloadRecord(string folder)
{
    public const string FileName = ".aurora-downloads.tsv";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(20);

    private readonly string _path = Path.Combine(folder, FileName);

    // Windows and macOS ignore the case of file names.
    private readonly ConcurrentDictionary<string, Guid> _owners = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private long _readLength;

    /// <summary>Returns the id of the video that a file belongs to, or null if it is not known.</summary>
    public async Task<Guid?> FindOwnerAsync(string name, CancellationToken cancellationToken)
    {
        if (new FileInfo(_path) is { Exists: true, Length: var length } && length != _readLength)
            await ReadAsync(cancellationToken);
        return _owners.TryGetValue(name, out var owner) ? owner : null;
    }

    public async Task AddAsync(string name, Guid id)
    {
        await using var file = await OpenAsync(FileMode.OpenOrCreate, CancellationToken.None);
        file.Seek(0, SeekOrigin.End);
        await using var writer = new StreamWriter(file) { NewLine = "\n" };
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{id}\t{name}"));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var file = await OpenAsync(FileMode.Open, cancellationToken);
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Split('\t') is [var id, var name] && Guid.TryParse(id, out var owner))
                _owners[name] = owner;
        }

        _readLength = file.Length;
    }

    // Another download holds the file for a moment only.
    private async Task<FileStream> OpenAsync(FileMode mode, CancellationToken cancellationToken)
    {
        if (new FileInfo(_path).LinkTarget is not null)
            throw new IOException($"{_path} is a symbolic link, which may point outside of the folder.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(_path, mode, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 100 && File.Exists(_path))
            {
                await Task.Delay(RetryDelay, cancellationToken);
            }
        }
    }
}
