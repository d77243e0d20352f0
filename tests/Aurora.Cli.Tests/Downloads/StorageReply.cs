using System.Text;

namespace Aurora.Cli.Tests.Downloads;

/// <summary>Sends the response of a storage host.</summary>
internal sealed class StorageReply(Stream stream)
{
    /// <summary>Sends a response with exactly these headers.</summary>
    public async Task SendAsync(string status, IEnumerable<string> headers, ReadOnlyMemory<byte> body)
    {
        var lines = string.Concat(headers.Append("Connection: close").Select(header => $"{header}\r\n"));
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{lines}\r\n"));
        await stream.WriteAsync(body);
    }

    public Task SendAsync(string status, params string[] headers) => SendAsync(status, headers.Append("Content-Length: 0"), default);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes) => stream.WriteAsync(bytes);

    /// <summary>Waits until the client closes the connection.</summary>
    public async Task StallAsync() => await stream.CopyToAsync(Stream.Null);
}
