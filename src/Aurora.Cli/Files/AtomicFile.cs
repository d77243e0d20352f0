namespace Aurora.Cli.Files;

/// <summary>Writes a file under a temporary name and renames it when it is complete. An incomplete file is deleted.</summary>
internal sealed class AtomicFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _isComplete;

    /// <param name="mode">The permissions of the file on Unix from its creation on, or null for those of any new file.</param>
    public AtomicFile(string path, UnixFileMode? mode = null)
    {
        if (path.Length == 0)
            throw new UsageException("The path is empty. Specify the path of a file.");
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            throw new UsageException($"'{path}' is a folder. Specify the path of a file.");
        _path = Path.GetFullPath(path);
        // Renaming the temporary file would replace the device with a file.
        if (_path.StartsWith("/dev/", StringComparison.Ordinal))
            throw new UsageException($"'{path}' is a device. Specify the path of a file, or - for standard output.");
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = mode;
            Stream = new FileStream(_temporary, options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written: {exception.Message}");
        }
    }

    public Stream Stream { get; }

    public async Task CompleteAsync()
    {
        await Stream.DisposeAsync();
        File.Move(_temporary, _path, overwrite: true);
        _isComplete = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (!_isComplete)
            File.Delete(_temporary);
    }
}
