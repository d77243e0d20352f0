using System.Text;

namespace Aurora.Reliability.Tests.Faults;

/// <summary>Creates the bytes of responses.</summary>
internal static class RawResponse
{
    public const string Json = "Content-Type: application/json";

    public static byte[] Of(string status, string body, params string[] headers) => Of(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Returns a valid response with a <c>Content-Length</c> header.</summary>
    public static byte[] Of(string status, byte[] body, params string[] headers) =>
        [.. Head(status, [.. headers, $"Content-Length: {body.Length}"]), .. body];

    public static byte[] Head(string status, params string[] headers) =>
        Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    /// <summary>Returns a body in chunks of this size, without the last chunk.</summary>
    public static byte[] Chunks(byte[] body, int size) =>
        [.. body.Chunk(size).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8])];
}
