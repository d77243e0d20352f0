namespace Aurora.Cli.Downloads;

/// <summary>The folder for the downloads. Nothing is written outside of it.</summary>
internal sealed class TargetFolder
{
    private readonly string _root;
    private readonly string _displayPath;

    /// <exception cref="UsageException">The path is not valid.</exception>
    public TargetFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new UsageException("--to requires the path of a folder.");
        _displayPath = path;
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Record = new DownloadRecord(_root);
    }

    /// <summary>Remembers which video each file belongs to.</summary>
    public DownloadRecord Record { get; }

    /// <summary>Creates the folder if it does not exist.</summary>
    /// <exception cref="UsageException">The folder cannot be created.</exception>
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
