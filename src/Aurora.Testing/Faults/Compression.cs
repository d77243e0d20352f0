using System.IO.Compression;

namespace Aurora.Testing.Faults;

/// <summary>The content encodings that HTTP clients support.</summary>
internal static class Compression
{
    public static Func<byte[], byte[]> By(string encoding) => encoding switch
    {
        "gzip" => body => Compress(body, to => new GZipStream(to, CompressionLevel.Optimal)),
        "br" => body => Compress(body, to => new BrotliStream(to, CompressionLevel.Optimal)),
        "deflate" => body => Compress(body, to => new ZLibStream(to, CompressionLevel.Optimal)),
        _ => throw new ArgumentException($"The encoding '{encoding}' is not supported. Use gzip, br or deflate.", nameof(encoding)),
    };

    /// <summary>
    /// Compresses an empty JSON array with many MiB of white space. A gzip stream can have several members, so one member is repeated.
    /// </summary>
    public static byte[] Bomb(int megabytes)
    {
        var gzip = By("gzip");
        var space = gzip([.. Enumerable.Repeat((byte)' ', 1 << 20)]);
        var bomb = new MemoryStream();
        bomb.Write(gzip([(byte)'[']));
        for (var count = 0; count < megabytes; count++)
            bomb.Write(space);
        bomb.Write(gzip([(byte)']']));
        return bomb.ToArray();
    }

    /// <summary>
    /// Compresses the first half of a body and appends bytes that cannot start a block, so that every reader must detect the error.
    /// </summary>
    public static byte[] Corrupt(byte[] body)
    {
        using var compressed = new MemoryStream();
        using var gzip = new GZipStream(compressed, CompressionLevel.Optimal);
        gzip.Write(body.AsSpan(0, body.Length / 2));
        gzip.Flush();
        return [.. compressed.ToArray(), .. Enumerable.Repeat((byte)0xFF, 64)];
    }

    private static byte[] Compress(byte[] body, Func<Stream, Stream> open)
    {
        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
            stream.Write(body);
        return compressed.ToArray();
    }
}
