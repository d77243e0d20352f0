using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>The bytes of answers.</summary>
internal static class RawAnswer
{
    public const string Json = "Content-Type: application/json";

    public static byte[] Of(string status, string body, params string[] headers) => Of(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>An answer as it should be: the status, these headers, the length, the body.</summary>
    public static byte[] Of(string status, byte[] body, params string[] headers) =>
        [.. Head(status, [.. headers, $"Content-Length: {body.Length}"]), .. body];

    public static byte[] Head(string status, params string[] headers) =>
        Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    /// <summary>A body in chunks of these sizes, without the one that ends it.</summary>
    public static byte[] Chunks(byte[] body, int size) =>
        [.. body.Chunk(size).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8])];
}
