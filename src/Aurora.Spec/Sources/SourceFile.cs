namespace Aurora.Spec.Sources;

/// <summary>Reads a source from a file.</summary>
internal static class SourceFile
{
    private const string WayOut = "Pass the path of a document or of a page, an https:// address, or - for standard input.";

    /// <exception cref="SpecException">The file does not exist or cannot be read.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new SpecException("The name of the source is blank.", WayOut);
        if (Directory.Exists(path))
            throw new SpecException($"{path}: this is a directory.", WayOut);
        try
        {
            // No buffer and no lock, so that other programs can keep writing to the file.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return await BoundedBytes.ReadAsync(path, file, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SpecException($"{path}: the file does not exist.", WayOut);
        }
        catch (UnauthorizedAccessException)
        {
            throw new SpecException($"{path}: access is denied.", "Change the permissions of the file, or pass another source.");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            throw new SpecException($"{path}: the file cannot be read: {exception.Message}", WayOut);
        }
    }
}
