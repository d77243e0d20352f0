namespace Aurora.Spec.Sources;

/// <summary>Reads a source up to a limit. It does not trust the length that a file or a server reports.</summary>
internal static class BoundedBytes
{
    public const int Most = 16 * 1024 * 1024;

    /// <exception cref="SpecException">The source is larger than <see cref="Most"/>.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(string name, Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[Most + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= Most
            ? new ArraySegment<byte>(buffer, 0, length)
            : throw new SpecException($"{name}: larger than 16 MiB.", "Check that this is an API document or its page.");
    }
}
