using System.Net;
using Aurora.Testing.Faults;

namespace Aurora.Testing;

public sealed partial class AuroraFault
{
    private const int MaxBombMegabytes = 4096;

    /// <summary>The right answer, compressed.</summary>
    /// <param name="encoding"><c>gzip</c>, <c>br</c> or <c>deflate</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="encoding"/> is none of those.</exception>
    public static AuroraFault Compressed(string encoding)
    {
        var compress = Compression.By(encoding);
        return new($"{encoding} answer", context =>
        {
            context.Headers.ContentEncoding = encoding;
            return context.SendAsync(context.Status, compress(context.Body));
        });
    }

    /// <summary>The right answer as gzip that breaks off in its middle into other bytes, although its length is right.</summary>
    public static AuroraFault CorruptGzip() => new("corrupt gzip", context =>
    {
        context.Headers.ContentEncoding = "gzip";
        return context.SendAsync(context.Status, Compression.Corrupt(context.Body));
    });

    /// <summary>An answer that is about a thousandth of its size on the wire: an empty list with a lot of white space in it, as gzip.</summary>
    /// <param name="megabytes">Its size in MiB, from 1 to 4096.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="megabytes"/> is out of its range.</exception>
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
