namespace Aurora.Cli.Files;

/// <summary>A file that gets its name only once it is whole. What is left unfinished is deleted.</summary>
internal sealed class UnfinishedFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _isWhole;

    /// <exception cref="UsageException">The folder is not there, or nothing can be written in it.</exception>
    public UnfinishedFile(string path)
    {
        if (path.Length == 0 || Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            throw new UsageException($"'{path}' is a folder, and a file is to be written.");
        _path = Path.GetFullPath(path);
        // Who may write there would put a file in the place of the device.
        if (_path.StartsWith("/dev/", StringComparison.Ordinal))
            throw new UsageException($"'{path}' is a device, and a file is to be written. - is standard output.");
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written: {exception.Message}");
        }
    }

    public Stream Stream { get; }

    /// <summary>Closes the file and gives it its name, in place of one that has it.</summary>
    public async Task CompleteAsync()
    {
        await Stream.DisposeAsync();
        File.Move(_temporary, _path, overwrite: true);
        _isWhole = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (!_isWhole)
            File.Delete(_temporary);
    }
}
