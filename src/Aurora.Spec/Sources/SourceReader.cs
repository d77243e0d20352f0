namespace Aurora.Spec.Sources;

/// <summary>
/// Reads a document from a file, an address, or standard input (<c>-</c>). The content decides whether the source is the document
/// itself or the vendor's page with the document in a fenced block.
/// </summary>
/// <remarks>The document stays unchanged, except that a byte order mark is removed and that lines end in LF.</remarks>
internal sealed class SourceReader(HttpMessageHandler? handler = null, TimeProvider? time = null)
{
    private const string StandardInput = "standard input";
    private const string WayOut = "Pass the path of a document or of a page, an https:// address, or - for standard input.";

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public async Task<SpecDocument> ReadAsync(string source, SpecConsole console, CancellationToken cancellationToken)
    {
        var (name, bytes) = source switch
        {
            "-" => (StandardInput, await SourceContent.ReadAsync(StandardInput, console.Input, cancellationToken)),
            _ when source.Contains("://", StringComparison.Ordinal) => await FromAddressAsync(SourceAddress.Parse(source), cancellationToken),
            _ => (source, await FromFileAsync(source, cancellationToken)),
        };
        return await DocumentFinder.FindAsync(name, SourceContent.Decode(name, bytes), _time, cancellationToken);
    }

    private async Task<(string Name, ArraySegment<byte> Bytes)> FromAddressAsync(Uri address, CancellationToken cancellationToken)
    {
        using var download = new Download(handler, _time);
        return (SourceAddress.NameOf(address), await download.ReadAsync(address, cancellationToken));
    }

    private static async Task<ArraySegment<byte>> FromFileAsync(string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new SpecException("The name of the source is blank.", WayOut);
        if (Directory.Exists(path))
            throw new SpecException($"{path}: this is a directory.", WayOut);
        try
        {
            // No buffer and no lock, so that other programs can keep writing to the file.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return await SourceContent.ReadAsync(path, file, cancellationToken);
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
