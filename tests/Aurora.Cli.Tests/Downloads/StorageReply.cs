using System.Text;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>The way of a storage host's answer.</summary>
internal sealed class StorageReply(Stream stream)
{
    /// <summary>Sends a head with just these headers, and the body.</summary>
    public async Task SendAsync(string status, IEnumerable<string> headers, ReadOnlyMemory<byte> body)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{string.Concat(headers.Append("Connection: close").Select(header => $"{header}\r\n"))}\r\n"));
        await stream.WriteAsync(body);
    }

    public Task SendAsync(string status, params string[] headers) => SendAsync(status, headers.Append("Content-Length: 0"), default);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes) => stream.WriteAsync(bytes);

    /// <summary>Waits until the client has gone.</summary>
    public async Task StallAsync() => await stream.CopyToAsync(Stream.Null);
}
