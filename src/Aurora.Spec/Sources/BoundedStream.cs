namespace Aurora.Spec.Sources;

/// <summary>Reads a source to its end, or to the cap, whatever its length was said to be.</summary>
internal static class BoundedStream
{
    private const int BufferSize = 64 * 1024;

    public static async Task<byte[]> ReadAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (read.Length + count > SourceReader.MostBytes)
                throw new SpecException(
                    $"{name}: it is larger than {SourceReader.MostBytes / (1024 * 1024)} MiB, and was not read further.",
                    "No API document is that large. Is it the right file?");
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
