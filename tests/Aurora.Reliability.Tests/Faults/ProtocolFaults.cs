using System.IO.Compression;
using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>What servers make of HTTP.</summary>
internal static class ProtocolFaults
{
    private const int GzipHeader = 10;

    private static readonly Lazy<byte[]> Bomb = new(MakeBomb);

    public static IEnumerable<Fault> All =>
    [
        Fault.Last("Content-Length too large, closed", setting => Sized(setting, +10)),
        Fault.Stall("Content-Length too large, kept open", setting => Sized(setting, +10)),
        Fault.Sent("Content-Length too small", setting => Sized(setting, -10)),
        Fault.Last("Content-Length that is no number", setting => [.. RawAnswer.Head("200 OK", RawAnswer.Json, "Content-Length: many"), .. setting.Body]),
        Fault.Sent("chunk whose size is no number", setting => [.. Chunked(setting), .. "many\r\n"u8]),
        Fault.Sent("chunk whose size is too large for a number", setting => [.. Chunked(setting), .. "FFFFFFFFFFFFFFFFFF\r\n"u8]),
        Fault.Sent("chunk longer than its size", setting => [.. Chunked(setting), .. "1\r\n  \r\n"u8]),
        Fault.Sent("compressed with gzip", setting => Encoded("gzip", Gzip(setting.Body))),
        Fault.Sent("compressed with brotli", setting => Encoded("br", Brotli(setting.Body))),
        Fault.Sent("corrupt gzip", setting => Encoded("gzip", Corrupt(Gzip(setting.Body), GzipHeader))),
        Fault.Sent("corrupt brotli", setting => Encoded("br", Corrupt(Brotli(setting.Body), 0))),
        Fault.Sent("corrupt deflate", setting => Encoded("deflate", Corrupt(setting.Body, 0))),
        Fault.Sent("gzip with a wrong checksum", setting => Encoded("gzip", Corrupt(Gzip(setting.Body), ^8))),
        Fault.Sent("gzip that is none", setting => Encoded("gzip", setting.Body)),
        Fault.Sent("gzip that ends too early", setting => Encoded("gzip", Gzip(setting.Body)[..^100])),
        Fault.Sent("unknown compression", setting => Encoded("zstd-of-the-future", Gzip(setting.Body))),
        Fault.Sent("gzip bomb, 1 MB that become 1 GB", _ => Encoded("gzip", Bomb.Value)),
        Fault.Last("bytes that are no HTTP", _ => "SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray()),
        Fault.Last("status that is no number", _ => "HTTP/1.1 OK\r\n\r\n"u8.ToArray()),
        Fault.Sent("headers of 100 KB", setting => [.. RawAnswer.Head("200 OK", [RawAnswer.Json, $"Content-Length: {setting.Body.Length}", .. Padding(100)]), .. setting.Body]),
        new("headers without an end", SendHeadersAsync),
        Fault.Sent("100 and 103 before the answer", setting => [.. RawAnswer.Head("100 Continue"), .. RawAnswer.Head("103 Early Hints", "Link: </x>; rel=preload"), .. setting.Answer]),
        Fault.Stall("101 Switching Protocols", _ => RawAnswer.Head("101 Switching Protocols", "Connection: Upgrade", "Upgrade: h2c")),
        Fault.Sent("204 No Content", _ => RawAnswer.Head("204 No Content")),
        Fault.Sent("206 with the whole body", setting => RawAnswer.Of("206 Partial Content", setting.Body, RawAnswer.Json)),
        Fault.Sent("206 with half of the body", setting => RawAnswer.Of("206 Partial Content", setting.Half, RawAnswer.Json)),
        .. ((string[])["301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"]).Select(status =>
            Fault.Sent(status + " to another origin", setting => RawAnswer.Of(status, "", $"Location: {setting.Elsewhere}api/aurora/?secret=1"))),
        Fault.Sent("304 Not Modified", _ => RawAnswer.Head("304 Not Modified")),
    ];

    private static byte[] Chunked(FaultSetting setting) => [.. RawAnswer.Head("200 OK", RawAnswer.Json, "Transfer-Encoding: chunked"), .. RawAnswer.Chunks(setting.Half, 500)];

    private static byte[] Sized(FaultSetting setting, int more) => [.. RawAnswer.Head("200 OK", RawAnswer.Json, $"Content-Length: {setting.Body.Length + more}"), .. setting.Body];

    private static byte[] Encoded(string encoding, byte[] body) => RawAnswer.Of("200 OK", body, RawAnswer.Json, "Content-Encoding: " + encoding);

    private static IEnumerable<string> Padding(int count) => Enumerable.Range(0, count).Select(number => $"X-Padding-{number}: {new string('x', 1000)}");

    private static async Task SendHeadersAsync(RawConnection connection, FaultSetting setting)
    {
        await connection.SendAsync("HTTP/1.1 200 OK\r\n");
        foreach (var header in Padding(int.MaxValue))
            await connection.SendAsync(header + "\r\n");
    }

    private static byte[] Gzip(byte[] body) => Compress(body, stream => new GZipStream(stream, CompressionLevel.Fastest));

    private static byte[] Brotli(byte[] body) => Compress(body, stream => new BrotliStream(stream, CompressionLevel.Fastest));

    private static byte[] Compress(byte[] body, Func<Stream, Stream> compression)
    {
        var compressed = new MemoryStream();
        using (var stream = compression(compressed))
            stream.Write(body);
        return compressed.ToArray();
    }

    // Not anywhere in the text, where it would only make other letters of it.
    private static byte[] Corrupt(byte[] body, Index place)
    {
        body = [.. body];
        body.AsSpan(place.GetOffset(body.Length), 4).Fill(0xFF);
        return body;
    }

    // A thousand times the same piece: gzip allows them one after another.
    private static byte[] MakeBomb()
    {
        var piece = Gzip(Encoding.ASCII.GetBytes(new string('x', 1024 * 1024)));
        return [.. Gzip([.. "[{\"name\": \""u8]), .. Enumerable.Repeat(piece, 1024).SelectMany(bytes => bytes)];
    }
}
