namespace Aurora.Cli.Downloads;

/// <summary>The folder that nothing is written outside of.</summary>
internal sealed class TargetFolder
{
    private readonly string _root;
    private readonly string _asGiven;

    /// <exception cref="UsageException">The path is none.</exception>
    public TargetFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new UsageException("--to needs the path of a folder.");
        _asGiven = path;
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="UsageException">It cannot be made.</exception>
    public void Make()
    {
        try
        {
            Directory.CreateDirectory(_root);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder '{_asGiven}' of --to cannot be made: {exception.Message}");
        }
    }

    /// <summary>The full path of a file in the folder, and the sub-folders on the way made where they are missing.</summary>
    /// <exception cref="DownloadException">The path leads out of the folder, or through a symbolic link.</exception>
    public string Prepare(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_root, name));
        if (!path.StartsWith(Path.EndsInDirectorySeparator(_root) ? _root : _root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new DownloadException($"'{name}' leads out of {_asGiven}");

        var folder = _root;
        foreach (var segment in Path.GetRelativePath(_root, path).Split(Path.DirectorySeparatorChar)[..^1])
        {
            folder = Path.Combine(folder, segment);
            if (new DirectoryInfo(folder).LinkTarget is not null)
                throw new DownloadException($"{folder} is a symbolic link, which may lead out of {_asGiven}");
            Directory.CreateDirectory(folder);
        }

        return path;
    }
}
