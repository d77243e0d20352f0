using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Aurora.Testing;

public sealed partial class AuroraFault
{
    /// <summary>These bytes in place of an answer, to the letter, and then the end of the connection. Headers of <see cref="With"/> are not in them.</summary>
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

    /// <summary>The greeting of another protocol, as when somebody has put another service on the port.</summary>
    public static AuroraFault NotHttp() => Named("no HTTP", Raw("SSH-2.0-OpenSSH_9.2p1\r\n"));

    /// <summary>The right answer with a wrong <c>Content-Length</c>, and then the end of the connection.</summary>
    /// <param name="length">What the header says; a negative number, too.</param>
    public static AuroraFault WrongLength(long length) => new($"Content-Length: {length}", async context =>
    {
        byte[] all = [.. context.Head(("Content-Length", length.ToString(CultureInfo.InvariantCulture))), .. context.Body];
        await context.SendRawAsync(all, context.Status).ConfigureAwait(false);
        await context.CloseAsync().ConfigureAwait(false);
    });

    /// <summary>The right answer in chunks, the second of which has a size that is no number, and then the end of the connection.</summary>
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

    /// <summary>A response with a status of 1xx, and then the right answer.</summary>
    /// <param name="status">The status, from 100 to 199, but for 101, which would change the protocol.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is none of those.</exception>
    public static AuroraFault Interim(HttpStatusCode status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 100, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 199, nameof(status));
        ArgumentOutOfRangeException.ThrowIfEqual((int)status, (int)HttpStatusCode.SwitchingProtocols, nameof(status));
        return new($"{Name(status)} and the right answer", async context =>
        {
            await context.SendRawAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {(int)status} {ReasonPhrases.GetReasonPhrase((int)status)}\r\n\r\n")).ConfigureAwait(false);
            await context.SendAsync().ConfigureAwait(false);
        });
    }

    /// <summary>A part of the right answer, which nobody has asked for: 206 with its <c>Content-Range</c>.</summary>
    /// <param name="bytes">How many bytes of the body; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is less than 1.</exception>
    public static AuroraFault Partial(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return new($"206 with {bytes} bytes", context =>
        {
            var part = context.Body.AsSpan(0, Math.Min(bytes, context.Body.Length)).ToArray();
            context.Headers.ContentRange = $"bytes 0-{part.Length - 1}/{context.Body.Length}";
            return context.SendAsync(HttpStatusCode.PartialContent, part);
        });
    }

    private static AuroraFault Named(string name, AuroraFault fault) => new(name, fault.Send);
}
