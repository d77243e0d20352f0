using System.IO.Compression;

namespace Aurora.Testing;

public sealed partial class AuroraFault
{
    private const int MaxBombMegabytes = 4096;

    /// <summary>Compresses the normal response.</summary>
    /// <param name="encoding">The content encoding: <c>gzip</c>, <c>br</c> or <c>deflate</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="encoding"/> is not one of these encodings.</exception>
    public static AuroraFault Compressed(string encoding)
    {
        var compress = CompressionOf(encoding);
        return new($"{encoding} response", context =>
        {
            context.Headers.ContentEncoding = encoding;
            return context.SendAsync(context.Status, compress(context.Body));
        });
    }

    /// <summary>
    /// Sends the first half of the normal response as gzip, followed by bytes that are not valid. The <c>Content-Length</c> is correct.
    /// </summary>
    public static AuroraFault CorruptGzip() => new("corrupt gzip", context =>
    {
        context.Headers.ContentEncoding = "gzip";
        return context.SendAsync(context.Status, Corrupt(context.Body));
    });

    /// <summary>Sends a small gzip body that decompresses to about 1,000 times its size: an empty list with a lot of white space.</summary>
    /// <param name="megabytes">The decompressed size in MiB, from 1 to 4096.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="megabytes"/> is not between 1 and 4096.</exception>
    public static AuroraFault GzipBomb(int megabytes = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(megabytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(megabytes, MaxBombMegabytes);
        return new($"gzip bomb of {megabytes} MiB", context =>
        {
            context.Headers.ContentEncoding = "gzip";
            return context.SendAsync(HttpStatusCode.OK, Bomb(megabytes));
        });
    }

    private static Func<byte[], byte[]> CompressionOf(string encoding) => encoding switch
    {
        "gzip" => body => Compress(body, to => new GZipStream(to, CompressionLevel.Optimal)),
        "br" => body => Compress(body, to => new BrotliStream(to, CompressionLevel.Optimal)),
        "deflate" => body => Compress(body, to => new ZLibStream(to, CompressionLevel.Optimal)),
        _ => throw new ArgumentException($"The encoding '{encoding}' is not supported. Use gzip, br or deflate.", nameof(encoding)),
    };

    /// <summary>
    /// Compresses an empty JSON array with many MiB of white space. A gzip stream can have several members, so one member is repeated.
    /// </summary>
    private static byte[] Bomb(int megabytes)
    {
        var gzip = CompressionOf("gzip");
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
    private static byte[] Corrupt(byte[] body)
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
