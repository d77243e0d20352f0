using Microsoft.AspNetCore.WebUtilities;

namespace Aurora.Testing;

public sealed partial class AuroraFault
{
    /// <summary>
    /// Sends these bytes instead of a response, then closes the connection. <see cref="WithHeader"/> has no effect on this fault.
    /// </summary>
    /// <param name="bytes">The bytes to send.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bytes"/> is null.</exception>
    public static AuroraFault Raw(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new($"{bytes.Length} raw bytes", async context =>
        {
            await context.SendRawAsync(bytes).ConfigureAwait(false);
            await context.CloseAsync().ConfigureAwait(false);
        });
    }

    /// <inheritdoc cref="Raw(byte[])"/>
    public static AuroraFault Raw(string bytes) => Raw(Encoding.UTF8.GetBytes(bytes));

    /// <summary>Sends the greeting of a different protocol (SSH), then closes the connection.</summary>
    public static AuroraFault NotHttp() => new("not HTTP", Raw("SSH-2.0-OpenSSH_9.2p1\r\n").Send);

    /// <summary>Sends the normal response with a different <c>Content-Length</c>, then closes the connection.</summary>
    /// <param name="length">The value of the header. It can be negative.</param>
    public static AuroraFault WrongContentLength(long length) => new($"Content-Length: {length}", async context =>
    {
        byte[] all = [.. context.Head(("Content-Length", length.ToString(CultureInfo.InvariantCulture))), .. context.Body];
        await context.SendRawAsync(all, context.Status).ConfigureAwait(false);
        await context.CloseAsync().ConfigureAwait(false);
    });

    /// <summary>Sends the normal response in chunks, where the size of the second chunk is not a number, then closes the connection.</summary>
    public static AuroraFault BrokenChunking() => new("broken chunking", async context =>
    {
        var half = context.Body.Length / 2;
        byte[] all =
        [
            .. context.Head(("Transfer-Encoding", "chunked")),
            .. Encoding.ASCII.GetBytes($"{half:x}\r\n"), .. context.Body.AsSpan(0, half), .. "\r\n"u8,
            .. "size\r\n"u8, .. context.Body.AsSpan(half), .. "\r\n0\r\n\r\n"u8,
        ];
        await context.SendRawAsync(all, context.Status).ConfigureAwait(false);
        await context.CloseAsync().ConfigureAwait(false);
    });

    /// <summary>Sends an informational (1xx) response, followed by the normal response.</summary>
    /// <param name="status">The status code, from 100 to 199. 101 is not allowed because it switches the protocol.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is not between 100 and 199, or is 101.</exception>
    public static AuroraFault Informational(HttpStatusCode status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 100, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 199, nameof(status));
        ArgumentOutOfRangeException.ThrowIfEqual((int)status, (int)HttpStatusCode.SwitchingProtocols, nameof(status));
        return new($"{Name(status)} before the normal response", async context =>
        {
            var head = $"HTTP/1.1 {(int)status} {ReasonPhrases.GetReasonPhrase((int)status)}\r\n\r\n";
            await context.SendRawAsync(Encoding.ASCII.GetBytes(head)).ConfigureAwait(false);
            await context.SendAsync().ConfigureAwait(false);
        });
    }

    /// <summary>
    /// Sends the first bytes of the normal response with status 206 and a <c>Content-Range</c> header, although the client did not request a range.
    /// </summary>
    /// <param name="bytes">The number of bytes of the body to send.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is less than 1.</exception>
    public static AuroraFault PartialContent(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return new($"206 with {bytes} bytes", context =>
        {
            var part = context.Body.AsSpan(0, Math.Min(bytes, context.Body.Length)).ToArray();
            context.Headers.ContentRange = $"bytes 0-{part.Length - 1}/{context.Body.Length}";
            return context.SendAsync(HttpStatusCode.PartialContent, part);
        });
    }
}
