using Aurora.Testing.Faults;

namespace Aurora.Testing;

public sealed partial class AuroraFault
{
    private const int MaxBombMegabytes = 4096;

    /// <summary>Compresses the normal response.</summary>
    /// <param name="encoding">The content encoding: <c>gzip</c>, <c>br</c> or <c>deflate</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="encoding"/> is not one of these encodings.</exception>
    public static AuroraFault Compressed(string encoding)
    {
        var compress = Compression.By(encoding);
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
        return context.SendAsync(context.Status, Compression.Corrupt(context.Body));
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
            return context.SendAsync(HttpStatusCode.OK, Compression.Bomb(megabytes));
        });
    }
}
