namespace Aurora.Spec.Sources;

/// <summary>Reads a source to its end, or no further than the cap: neither a file nor a server is believed about its length.</summary>
internal static class BoundedBytes
{
    public const int Most = 16 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    /// <exception cref="SpecException">There is more than <see cref="Most"/>.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(string name, Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[FirstBuffer];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, Most + 1));
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                return new ArraySegment<byte>(buffer, 0, length);
            length += read;
            if (length > Most)
                throw new SpecException($"{name}: larger than 16 MiB.", "No API document is that large. Give the document or its page.");
        }
    }
}
