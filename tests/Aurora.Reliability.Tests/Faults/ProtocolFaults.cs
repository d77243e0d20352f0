using System.IO.Compression;
using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Violations of HTTP.</summary>
internal static class ProtocolFaults
{
    private const int GzipHeader = 10;

    private static readonly Lazy<byte[]> Bomb = new(CreateBomb);

    public static IEnumerable<Fault> All =>
    [
        Fault.SendAndClose("Content-Length too large, connection closed", setting => Sized(setting, +10)),
        Fault.Stall("Content-Length too large, connection kept open", setting => Sized(setting, +10)),
        Fault.Send("Content-Length too small", setting => Sized(setting, -10)),
        Fault.SendAndClose("Content-Length that is not a number", setting =>
            [.. RawResponse.Head("200 OK", RawResponse.Json, "Content-Length: many"), .. setting.Body]),
        Fault.Send("chunk size that is not a number", setting => [.. Chunked(setting), .. "many\r\n"u8]),
        Fault.Send("chunk size that overflows", setting => [.. Chunked(setting), .. "FFFFFFFFFFFFFFFFFF\r\n"u8]),
        Fault.Send("chunk longer than its size", setting => [.. Chunked(setting), .. "1\r\n  \r\n"u8]),
        Fault.Send("compressed with gzip", setting => Encoded("gzip", Gzip(setting.Body))),
        Fault.Send("compressed with brotli", setting => Encoded("br", Brotli(setting.Body))),
        Fault.Send("corrupt gzip", setting => Encoded("gzip", Corrupt(Gzip(setting.Body), GzipHeader))),
        Fault.Send("corrupt brotli", setting => Encoded("br", Corrupt(Brotli(setting.Body), 0))),
        Fault.Send("corrupt deflate", setting => Encoded("deflate", Corrupt(setting.Body, 0))),
        Fault.Send("gzip with a wrong checksum", setting => Encoded("gzip", Corrupt(Gzip(setting.Body), ^8))),
        Fault.Send("gzip header without gzip data", setting => Encoded("gzip", setting.Body)),
        Fault.Send("truncated gzip", setting => Encoded("gzip", Gzip(setting.Body)[..^100])),
        Fault.Send("unknown content encoding", setting => Encoded("zstd-of-the-future", Gzip(setting.Body))),
        Fault.Send("gzip bomb (1 MB that expands to 1 GB)", _ => Encoded("gzip", Bomb.Value)),
        Fault.SendAndClose("bytes that are not HTTP", _ => "SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray()),
        Fault.SendAndClose("status that is not a number", _ => "HTTP/1.1 OK\r\n\r\n"u8.ToArray()),
        Fault.Send("headers of 100 KB", setting =>
            [.. RawResponse.Head("200 OK", [RawResponse.Json, $"Content-Length: {setting.Body.Length}", .. Padding(100)]), .. setting.Body]),
        new("endless headers", SendHeadersAsync),
        Fault.Send("100 and 103 before the response", setting =>
            [.. RawResponse.Head("100 Continue"), .. RawResponse.Head("103 Early Hints", "Link: </x>; rel=preload"), .. setting.Response]),
        Fault.Stall("101 Switching Protocols", _ => RawResponse.Head("101 Switching Protocols", "Connection: Upgrade", "Upgrade: h2c")),
        Fault.Send("204 No Content", _ => RawResponse.Head("204 No Content")),
        Fault.Send("206 with the whole body", setting => RawResponse.Of("206 Partial Content", setting.Body, RawResponse.Json)),
        Fault.Send("206 with half the body", setting => RawResponse.Of("206 Partial Content", setting.Half, RawResponse.Json)),
        .. ((string[])["301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"]).Select(status =>
            Fault.Send(status + " to another origin", setting => RawResponse.Of(status, "", $"Location: {setting.OtherOrigin}api/aurora/?secret=1"))),
        Fault.Send("304 Not Modified", _ => RawResponse.Head("304 Not Modified")),
    ];

    private static byte[] Chunked(FaultSetting setting) =>
        [.. RawResponse.Head("200 OK", RawResponse.Json, "Transfer-Encoding: chunked"), .. RawResponse.Chunks(setting.Half, 500)];

    private static byte[] Sized(FaultSetting setting, int difference) =>
        [.. RawResponse.Head("200 OK", RawResponse.Json, $"Content-Length: {setting.Body.Length + difference}"), .. setting.Body];

    private static byte[] Encoded(string encoding, byte[] body) =>
        RawResponse.Of("200 OK", body, RawResponse.Json, "Content-Encoding: " + encoding);

    private static IEnumerable<string> Padding(int count) =>
        Enumerable.Range(0, count).Select(number => $"X-Padding-{number}: {new string('x', 1000)}");

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

    // The position matters: in compressed text, the bytes would only change letters.
    private static byte[] Corrupt(byte[] body, Index position)
    {
        body = [.. body];
        body.AsSpan(position.GetOffset(body.Length), 4).Fill(0xFF);
        return body;
    }

    // A gzip stream can consist of many members.
    private static byte[] CreateBomb()
    {
        var member = Gzip(Encoding.ASCII.GetBytes(new string('x', 1024 * 1024)));
        return [.. Gzip([.. "[{\"name\": \""u8]), .. Enumerable.Repeat(member, 1024).SelectMany(bytes => bytes)];
    }
}
