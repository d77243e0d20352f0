namespace Aurora.Spec.Sources;

/// <summary>Reads a source up to a limit. It does not trust the length that a file or a server reports.</summary>
internal static class BoundedBytes
{
    public const int Most = 16 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    /// <exception cref="SpecException">The source is larger than <see cref="Most"/>.</exception>
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
                throw new SpecException($"{name}: larger than 16 MiB.", "Check that this is an API document or its page.");
        }
    }
}
