namespace Aurora.Spec.Sources;

/// <summary>A source that is a file.</summary>
internal static class SourceFile
{
    private const string WayOut = "Give the path of a document or of a page, an https:// address, or - for standard input.";

    /// <exception cref="SpecException">There is no such file, or it cannot be read.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new SpecException("No source was given: the name is blank.", WayOut);
        if (Directory.Exists(path))
            throw new SpecException($"{path}: a directory.", WayOut);
        try
        {
            // No buffer and no lock, so that other programs can keep writing to the file.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return await BoundedBytes.ReadAsync(path, file, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SpecException($"{path}: there is no such file.", WayOut);
        }
        catch (UnauthorizedAccessException)
        {
            throw new SpecException($"{path}: it may not be read.", "Ask for the permission to read it, or give another source.");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw new SpecException($"{path}: it cannot be read: {exception.Message}", WayOut);
        }
    }
}
